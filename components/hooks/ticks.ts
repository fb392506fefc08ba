import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';

interface Press {
  id: string;
  done: boolean;
}

interface Ticks {
  /** Ids of what is ticked, presses that are still being kept included. */
  ticked: string[];
  tick: (id: string, done: boolean) => void;
  /** In words, why the last press was not kept. */
  problem: string | undefined;
}

/** Has the page's data read anew, and comes to its end when that is shown. */
export const Reread = createContext<() => Promise<void>>(async () => undefined);

/**
 * What the person has ticked. A press shows at once, and nothing that was read before it takes it back: two boxes that
 * are pressed one after the other both stay. One that cannot be kept is open again.
 *
 * @param known Ids of what is ticked, as last read.
 * @param keep Has it kept; says in words why it could not be.
 */
export function useTicks(
  known: readonly string[],
  keep: (id: string, done: boolean) => Promise<string | undefined>,
): Ticks {
  const [presses, setPresses] = useState<readonly Press[]>([]);
  const [problem, setProblem] = useState<string>();
  const reread = useContext(Reread);
  const tick = async (id: string, done: boolean): Promise<void> => {
    const press = { id, done };
    setPresses((before) => [...before.filter((each) => each.id !== id), press]);
    setProblem(await keep(id, done));
    await reread();
    setPresses((before) => before.filter((each) => each !== press));
  };
  const untouched = known.filter((id) => !presses.some((press) => press.id === id));
  const pressed = presses.filter(({ done }) => done).map(({ id }) => id);
  return { ticked: [...untouched, ...pressed], tick: (id, done) => void tick(id, done), problem };
}
