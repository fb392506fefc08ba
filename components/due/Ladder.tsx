import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { EXPIRED } from '@/utils/domain/due/reminders.ts';
import { longestLifetime } from '@/utils/domain/marketplaces/index.ts';
import { DEFAULT_LADDER } from '@/utils/domain/settings/settings.ts';
import { rungText } from '@/utils/texts/due/reminders.ts';
import { Field } from '../form/Field.tsx';
import { Action } from '../parts/Action.tsx';
import { CrossIcon, PlusIcon } from '../parts/icons.tsx';
import './ladder.css';

/** No reminder can lie before a grant: days. */
const LONGEST = longestLifetime();

interface LadderProps {
  ladder: readonly number[];
  onChange: (ladder: number[]) => Promise<unknown> | unknown;
}

/** The days on which the person is reminded: to take away, and to add to. */
export function Ladder({ ladder, onChange }: LadderProps) {
  const [days, setDays] = useState('');
  const [error, setError] = useState<string>();

  const add = async (rung: number): Promise<void> => {
    await onChange([...ladder, rung].sort((a, b) => b - a));
    setDays('');
  };
  const addTyped = async (): Promise<void> => {
    const rung = Number(days);
    const fits = days.trim() !== '' && Number.isInteger(rung) && rung >= 0 && rung <= LONGEST;
    const wrong = !fits || ladder.includes(rung);
    setError(wrong ? i18n.t('reminder.addWrong') : undefined);
    if (!wrong) await add(rung);
  };
  const remove = async (rung: number): Promise<void> => {
    setError(ladder.length > 1 ? undefined : i18n.t('reminder.lastRung'));
    if (ladder.length > 1) await onChange(ladder.filter((each) => each !== rung));
  };

  return (
    <div class="stack tight">
      <ul class="ladder row">
        {ladder.map((rung) => (
          <li key={rung} class="ladder-rung">
            {rungText(rung)}
            <Action
              kind="plain"
              label={i18n.t('reminder.remove', [rungText(rung)])}
              onPress={() => remove(rung)}
            >
              <CrossIcon size={14} />
            </Action>
          </li>
        ))}
      </ul>
      <div class="ladder-add">
        <Field label={i18n.t('reminder.addLabel')} hint={i18n.t('reminder.addHint')} error={error}>
          {(control) => (
            <input
              {...control}
              type="number"
              min={0}
              max={LONGEST}
              step={1}
              value={days}
              onInput={(event) => setDays(event.currentTarget.value)}
            />
          )}
        </Field>
        <Action onPress={addTyped}>
          <PlusIcon size={14} /> {i18n.t('reminder.add')}
        </Action>
      </div>
      <div class="row">
        {!ladder.includes(EXPIRED) && (
          <Action kind="plain" onPress={() => add(EXPIRED)}>
            {i18n.t('reminder.addExpired')}
          </Action>
        )}
        {ladder.join() !== DEFAULT_LADDER.join() && (
          <Action kind="plain" onPress={() => onChange([...DEFAULT_LADDER])}>
            {i18n.t('reminder.usual')}
          </Action>
        )}
      </div>
    </div>
  );
}
