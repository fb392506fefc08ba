import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** A background that was stopped in the middle of an answer never gives it: ms until it is asked once more. */
export const PATIENCE = 4000;

type Listen = (listener: () => void) => () => void;

let refusal: unknown;

/** What the last read of this page was refused with; undefined where it was not. */
export const lastRefusal = (): unknown => refusal;

/** Data that is read again whenever something may have changed; undefined until it is there. */
export function useLive<T>(read: () => Promise<T>, onChanged: Listen): T | undefined {
  return useReread(read, onChanged)[0];
}

/** The same, with a way to have it read again, which comes to its end with that reading. */
export function useReread<T>(
  read: () => Promise<T>,
  onChanged: Listen,
): [T | undefined, () => Promise<void>] {
  const [value, setValue] = useState<T>();
  const reread = useRef<(() => Promise<void>) | undefined>(undefined);
  useEffect(() => {
    let asked = 0;
    let shown = 0;
    let patience = PATIENCE;
    let again: ReturnType<typeof setTimeout> | undefined;
    const load = async (): Promise<void> => {
      asked += 1;
      const mine = asked;
      clearTimeout(again);
      again = setTimeout(() => void load(), patience);
      patience *= 2;
      // One that is refused is asked for once more too, after the same time.
      const result = await read().then(
        (found) => ({ found }),
        (error: unknown) => {
          refusal = error;
          return undefined;
        },
      );
      if (!result || mine < shown) return;
      refusal = undefined;
      shown = mine;
      patience = PATIENCE;
      if (mine === asked) clearTimeout(again);
      setValue(() => result.found);
    };
    // Before the first read: what changes after that is heard of.
    const stop = onChanged(() => void load());
    reread.current = load;
    void load();
    return () => {
      stop();
      reread.current = undefined;
      clearTimeout(again);
    };
  }, [read, onChanged]);
  return [value, useCallback(async () => reread.current?.(), [])];
}
