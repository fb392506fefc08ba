import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Action } from '../parts/Action.tsx';

interface TurnOnProps {
  /** Asks the browser for notifications; called first thing in the press. */
  ask: () => Promise<boolean>;
  /** Keeps whether reminders are on. */
  turn: (on: boolean) => Promise<unknown>;
}

/** Turns reminders on: the one place where the browser is asked for notifications. */
export function TurnOnReminders({ ask, turn }: TurnOnProps) {
  const [denied, setDenied] = useState(false);
  const press = async (): Promise<void> => {
    const asked = ask();
    // At once: the browser's question may close a pop-up, and with it what would follow.
    await turn(true);
    const allowed = await asked.catch(() => false);
    setDenied(!allowed);
    if (!allowed) await turn(false);
  };
  return (
    <div class="stack tight">
      {denied && (
        <p role="alert" class="card bad">
          {i18n.t('reminder.denied')}
        </p>
      )}
      <div class="row">
        <Action kind="primary" onPress={press}>
          {i18n.t('reminder.turnOn')}
        </Action>
      </div>
    </div>
  );
}
