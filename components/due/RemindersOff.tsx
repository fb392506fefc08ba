import { i18n } from '#i18n';
import { Banner } from '../design/Banner.tsx';
import { Action } from '../parts/Action.tsx';
import { BellIcon, BellOffIcon } from '../parts/icons.tsx';
import { type TurnOn, useTurnOn } from './turn-on.ts';

interface RemindersOffProps extends TurnOn {
  /** Not said before: they are offered, and this is what “not now” does. */
  onNotNow?: (() => Promise<unknown>) | undefined;
}

/** Reminders are off: said in one line wherever they are shown, and offered where nobody has decided yet. */
export function RemindersOff({ ask, turn, onNotNow }: RemindersOffProps) {
  const { denied, press } = useTurnOn({ ask, turn });
  return (
    <Banner
      tone={onNotNow ? 'todo' : 'plain'}
      icon={onNotNow ? BellIcon : BellOffIcon}
      alert={denied}
      action={
        <div class="row">
          <Action {...(onNotNow ? { kind: 'primary' as const } : {})} onPress={press}>
            {i18n.t('reminder.turnOn')}
          </Action>
          {onNotNow && (
            <Action kind="plain" onPress={onNotNow}>
              {i18n.t('reminder.notNow')}
            </Action>
          )}
        </div>
      }
    >
      {denied ? i18n.t('reminder.denied') : i18n.t(onNotNow ? 'reminder.offer' : 'reminder.areOff')}
    </Banner>
  );
}
