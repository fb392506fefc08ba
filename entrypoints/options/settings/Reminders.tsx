import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Ladder } from '@/components/due/Ladder.tsx';
import { QuietHours } from '@/components/due/QuietHours.tsx';
import { TurnOnReminders } from '@/components/due/TurnOnReminders.tsx';
import { Waiting } from '@/components/failure/Waiting.tsx';
import { useLive } from '@/components/hooks/live.ts';
import { Action } from '@/components/parts/Action.tsx';
import type { ReminderSettings } from '@/utils/domain/settings/settings.ts';
import { problemOf } from '@/utils/messages/ask.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { askToNotify, mayNotify } from '@/utils/platform/surface/notifications.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';

interface Now {
  reminders: ReminderSettings;
  allowed: boolean;
}

async function readReminders(): Promise<Now> {
  const [{ reminders }, allowed] = await Promise.all([sendMessage('settings'), mayNotify()]);
  return { reminders, allowed };
}

/** When and how the person is reminded of ends; per connection it is said there. */
export function Reminders() {
  const now = useLive(readReminders, onChanged);
  const [problem, setProblem] = useState<string>();
  if (!now) return <Waiting what={i18n.t('reminder.heading')} />;
  const { reminders, allowed } = now;

  const keep = async (wanted: ReminderSettings): Promise<void> =>
    setProblem(await problemOf(sendMessage('reminders/set', wanted)));
  const keepQuiet = (quiet: ReminderSettings['quiet']): void => {
    const { quiet: _, ...others } = reminders;
    void keep({ ...others, ...(quiet && { quiet }) });
  };

  return (
    <div class="stack reminders">
      {problem && (
        <p role="alert" class="card bad">
          {problem}
        </p>
      )}
      <section class="card stack">
        <p>
          <strong>{i18n.t(reminders.on ? 'reminder.on' : 'reminder.off')}</strong>
        </p>
        <p class="soft">{i18n.t('reminder.text')}</p>
        {reminders.on ? (
          <div class="row">
            <Action onPress={() => keep({ ...reminders, on: false })}>{i18n.t('reminder.turnOff')}</Action>
          </div>
        ) : (
          <TurnOnReminders ask={askToNotify} turn={(on) => keep({ ...reminders, on })} />
        )}
      </section>
      {reminders.on && !allowed && (
        <section role="alert" class="card bad stack tight">
          <p>{i18n.t('reminder.denied')}</p>
          <div class="row">
            <Action kind="primary" onPress={askToNotify}>
              {i18n.t('reminder.allow')}
            </Action>
          </div>
        </section>
      )}
      {reminders.on && (
        <>
          <section class="card stack" aria-labelledby="ladder">
            <h2 id="ladder">{i18n.t('reminder.ladder')}</h2>
            <p class="soft">{i18n.t('reminder.ladderText')}</p>
            {reminders.fixed && <p class="card">{i18n.t('reminder.fixed')}</p>}
            <fieldset disabled={reminders.fixed} aria-labelledby="ladder">
              <Ladder ladder={reminders.ladder} onChange={(ladder) => keep({ ...reminders, ladder })} />
            </fieldset>
          </section>
          <section class="card">
            <QuietHours quiet={reminders.quiet} onChange={keepQuiet} />
          </section>
        </>
      )}
    </div>
  );
}
