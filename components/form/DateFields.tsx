import { i18n } from '#i18n';
import type { EnteredExpiry } from '@/utils/domain/account/connection-form.ts';
import { today } from '@/utils/texts/due/zone.ts';
import { Choice } from './Choice.tsx';
import { Field } from './Field.tsx';

type Known = 'renewed' | 'ends' | 'expires' | 'unknown';

/** What the person says of a grant's date. */
export interface DateForm {
  known: Known;
  renewedOn: string;
  endsOn: string;
  days: string;
}

export const EMPTY_DATE_FORM: DateForm = { known: 'renewed', renewedOn: '', endsOn: '', days: '' };

/** The form as the background takes it, or what is wrong with it, in words. */
export function expiryOfForm({
  known,
  renewedOn,
  endsOn,
  days,
}: DateForm): EnteredExpiry | { error: string } {
  if (known === 'unknown') return { unknown: true };
  if (known === 'renewed') {
    return renewedOn && renewedOn <= today().toString()
      ? { renewedOn }
      : { error: i18n.t('form.dateMissing') };
  }
  if (known === 'ends') return endsOn ? { expiresOn: endsOn } : { error: i18n.t('report.lastDayMissing') };
  const count = Number(days);
  return days.trim() !== '' && Number.isInteger(count) && Math.abs(count) <= 3650
    ? { expiresInDays: count }
    : { error: i18n.t('form.daysMissing') };
}

interface DateFieldsProps {
  form: DateForm;
  error: string | undefined;
  /** “I do not know” is an answer too. */
  unknown?: boolean;
  onInput: (change: Partial<DateForm>) => void;
}

/** The fields for a grant's date. */
export function DateFields({ form, error, unknown, onInput }: DateFieldsProps) {
  const choose = (known: Known): void => onInput({ known });
  return (
    <fieldset class="stack tight">
      <legend>{i18n.t('form.expiry')}</legend>
      <Choice name="known" value="renewed" chosen={form.known} onChoose={choose}>
        {i18n.t('form.renewedOn')}
      </Choice>
      {form.known === 'renewed' && (
        <Field label={i18n.t('form.date')} error={error}>
          {(control) => (
            <input
              {...control}
              type="date"
              max={today().toString()}
              value={form.renewedOn}
              onInput={(event) => onInput({ renewedOn: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
      <Choice name="known" value="ends" chosen={form.known} onChoose={choose}>
        {i18n.t('report.expiresOn')}
      </Choice>
      {form.known === 'ends' && (
        <Field label={i18n.t('report.lastDay')} error={error}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={form.endsOn}
              onInput={(event) => onInput({ endsOn: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
      <Choice name="known" value="expires" chosen={form.known} onChoose={choose}>
        {i18n.t('form.expiresIn')}
      </Choice>
      {form.known === 'expires' && (
        <Field label={i18n.t('form.days')} error={error}>
          {(control) => (
            <input
              {...control}
              type="number"
              step={1}
              value={form.days}
              onInput={(event) => onInput({ days: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
      {unknown && (
        <Choice name="known" value="unknown" chosen={form.known} onChoose={choose}>
          {i18n.t('form.unknown')}
        </Choice>
      )}
    </fieldset>
  );
}
