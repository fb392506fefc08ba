import { i18n } from '#i18n';
import { Action } from '../parts/Action.tsx';
import { type TurnOn, useTurnOn } from './turn-on.ts';

/** Turns reminders on, where that is all there is to do. */
export function TurnOnReminders(turnOn: TurnOn) {
  const { denied, press } = useTurnOn(turnOn);
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
