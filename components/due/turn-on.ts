import { useState } from 'preact/hooks';

export interface TurnOn {
  /** Asks the browser for notifications; called first thing in the press. */
  ask: () => Promise<boolean>;
  /** Keeps whether reminders are on. */
  turn: (on: boolean) => Promise<unknown>;
}

/** What a press that turns reminders on does, and whether the browser refused. */
export function useTurnOn({ ask, turn }: TurnOn): { denied: boolean; press: () => Promise<void> } {
  const [denied, setDenied] = useState(false);
  const press = async (): Promise<void> => {
    const asked = ask();
    // At once: the browser's question may close a pop-up, and with it what would follow.
    await turn(true);
    const allowed = await asked.catch(() => false);
    setDenied(!allowed);
    if (!allowed) await turn(false);
  };
  return { denied, press };
}
