import { i18n } from '#i18n';
import type { ReminderSettings } from '@/utils/domain/settings/settings.ts';
import { Field } from '../form/Field.tsx';
import { Tick } from '../form/Tick.tsx';

/** Quiet hours that somebody who wants some begins with. */
const USUAL = { from: '20:00', to: '08:00' };

interface QuietProps {
  quiet: ReminderSettings['quiet'];
  onChange: (quiet: ReminderSettings['quiet']) => void;
}

/** Between which times nothing is told. */
export function QuietHours({ quiet, onChange }: QuietProps) {
  const time = (which: 'from' | 'to', label: string) =>
    quiet && (
      <Field label={label}>
        {(control) => (
          <input
            {...control}
            type="time"
            required
            value={quiet[which]}
            onChange={({ currentTarget: { value } }) => value && onChange({ ...quiet, [which]: value })}
          />
        )}
      </Field>
    );
  return (
    <fieldset class="stack tight">
      <legend class="visually-hidden">{i18n.t('reminder.quiet')}</legend>
      <Tick
        label={i18n.t('reminder.quiet')}
        ticked={quiet !== undefined}
        onTick={(ticked) => onChange(ticked ? USUAL : undefined)}
      />
      <p class="soft">{i18n.t('reminder.quietText')}</p>
      {quiet && (
        <div class="row times">
          {time('from', i18n.t('reminder.quietFrom'))}
          {time('to', i18n.t('reminder.quietTo'))}
        </div>
      )}
    </fieldset>
  );
}
