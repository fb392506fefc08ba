import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Connection } from '@/utils/domain/account/connection.ts';
import type { ReminderSettings } from '@/utils/domain/settings/settings.ts';
import { today } from '@/utils/texts/due/zone.ts';
import { refusalOf } from '@/utils/texts/problems.ts';
import { Field } from '../form/Field.tsx';
import { Tick } from '../form/Tick.tsx';
import { LockIcon } from '../parts/icons.tsx';
import { Ladder } from './Ladder.tsx';

type Reminding = Pick<Connection, 'muted' | 'snoozedUntil' | 'ladder'>;

interface ConnectionRemindersProps {
  connection: Connection;
  /** Those of all connections. */
  settings: ReminderSettings;
  /** Keeps all three; what is absent is as for all. */
  onChange: (reminding: Reminding) => Promise<unknown>;
}

const tomorrow = (): string => today().add({ days: 1 }).toString();

/** How one connection is to be reminded of: muted, not before a day, on days of its own. */
export function ConnectionReminders({
  connection,
  settings: { ladder, fixed },
  onChange,
}: ConnectionRemindersProps) {
  const { muted, snoozedUntil, ladder: own } = connection;
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const now: Reminding = {
    ...(muted && { muted }),
    ...(snoozedUntil !== undefined && { snoozedUntil }),
    ...(own && { ladder: own }),
  };
  const change = async (part: { [K in keyof Reminding]: Reminding[K] | undefined }): Promise<void> => {
    const wanted = { ...now, ...part };
    const set = Object.entries(wanted).filter(([, value]) => value !== undefined);
    setProblem(await refusalOf(() => onChange(Object.fromEntries(set) as Reminding)));
  };
  const snooze = (day: string): void => {
    const wrong = day !== '' && day < tomorrow();
    setError(wrong ? i18n.t('reminder.snoozeWrong') : undefined);
    if (!wrong) void change({ snoozedUntil: day || undefined });
  };

  return (
    <fieldset class="stack tight">
      <legend class="visually-hidden">{i18n.t('reminder.own', [connection.name])}</legend>
      <Tick
        label={i18n.t('reminder.mute')}
        ticked={muted === true}
        onTick={(ticked) => void change({ muted: ticked || undefined })}
      />
      {!muted && (
        <>
          <Field label={i18n.t('reminder.snooze')} hint={i18n.t('reminder.snoozeHint')} error={error}>
            {(control) => (
              <input
                {...control}
                type="date"
                min={tomorrow()}
                value={snoozedUntil ?? ''}
                onChange={(event) => snooze(event.currentTarget.value)}
              />
            )}
          </Field>
          {fixed ? (
            <p class="row">
              <LockIcon size={16} /> <span>{i18n.t('reminder.fixed')}</span>
            </p>
          ) : (
            <Tick
              label={i18n.t('reminder.ownLadder')}
              ticked={own !== undefined}
              onTick={(ticked) => void change({ ladder: ticked ? [...ladder] : undefined })}
            />
          )}
          {own && !fixed && <Ladder ladder={own} onChange={(changed) => change({ ladder: changed })} />}
        </>
      )}
      {problem && (
        <p role="alert" class="refusal">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
