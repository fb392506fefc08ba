import { i18n } from '#i18n';
import { TurnOnReminders } from '@/components/due/TurnOnReminders.tsx';
import { Action } from '@/components/parts/Action.tsx';
import { CheckIcon } from '@/components/parts/icons.tsx';
import type { Settings } from '@/utils/domain/settings/settings.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { askToNotify } from '@/utils/platform/surface/notifications.ts';
import { anyMarketplace } from '@/utils/texts/names.ts';

interface FirstStepsProps {
  reminders: Settings['reminders'];
  added: boolean;
  onAdd: () => void;
}

/** The first three steps, until the user dismisses them. */
export function FirstSteps({ reminders, added, onAdd }: FirstStepsProps) {
  return (
    <section class="card stack" aria-labelledby="first-steps">
      <h2 id="first-steps">{i18n.t('popup.emptyHeading')}</h2>
      <p>{i18n.t('popup.emptyText', [anyMarketplace()])}</p>
      <ol class="first-steps">
        <li class="stack tight">
          <strong class="row">
            {i18n.t('first.add')} {added && <CheckIcon size={16} />}
          </strong>
          <p>{i18n.t('popup.emptyStep1')}</p>
          <div class="row">
            <Action {...(!added && { kind: 'primary' as const })} onPress={onAdd}>
              {i18n.t(added ? 'popup.add' : 'popup.addFirst')}
            </Action>
          </div>
        </li>
        <li class="stack tight">
          <strong class="row">
            {i18n.t('first.remind')} {reminders.on && <CheckIcon size={16} />}
          </strong>
          <p>{i18n.t('first.remindText')}</p>
          {!reminders.on && (
            <TurnOnReminders
              ask={askToNotify}
              turn={(on) => sendMessage('reminders/set', { ...reminders, on })}
            />
          )}
        </li>
        <li class="stack tight">
          <strong class="row">{i18n.t('first.next')}</strong>
          <p>{i18n.t('popup.emptyStep2')}</p>
          <p>{i18n.t('popup.emptyStep3')}</p>
        </li>
      </ol>
      <div class="row">
        <Action onPress={() => sendMessage('settings/prefer', { welcomed: true })}>
          {i18n.t('first.done')}
        </Action>
      </div>
    </section>
  );
}
