import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Action } from '@/components/Action.tsx';
import { Choice } from '@/components/Choice.tsx';
import { Field } from '@/components/Field.tsx';
import {
  EMPTY_SOFTWARE_FORM,
  newConnectionOf,
  type SoftwareErrors,
  SoftwareFields,
  softwareErrors,
} from '@/components/SoftwareFields.tsx';
import { integrationById } from '@/utils/domain/integrations/index.ts';
import { marketplaceById, marketplaces } from '@/utils/domain/marketplaces/index.ts';
import type { MarketplaceId } from '@/utils/domain/marketplaces/schema.ts';
import type { EnteredExpiry } from '@/utils/flows/connections.ts';
import { sendMessage } from '@/utils/messages.ts';
import { siteName } from '@/utils/texts/names.ts';
import { problemText } from '@/utils/texts/problems.ts';

type Known = 'renewed' | 'expires' | 'unknown';

interface DateForm {
  known: Known;
  renewedOn: string;
  days: string;
}

const today = (): string => Temporal.Now.plainDateISO().toString();

function expiryOfForm({ known, renewedOn, days }: DateForm): EnteredExpiry | { error: string } {
  if (known === 'unknown') return { unknown: true };
  if (known === 'renewed') {
    return renewedOn && renewedOn <= today() ? { renewedOn } : { error: i18n.t('form.dateMissing') };
  }
  const count = Number(days);
  return days.trim() !== '' && Number.isInteger(count) && Math.abs(count) <= 3650
    ? { expiresInDays: count }
    : { error: i18n.t('form.daysMissing') };
}

function DateFields({ form, error, onInput }: DateFieldsProps) {
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
              max={today()}
              value={form.renewedOn}
              onInput={(event) => onInput({ renewedOn: event.currentTarget.value })}
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
      <Choice name="known" value="unknown" chosen={form.known} onChoose={choose}>
        {i18n.t('form.unknown')}
      </Choice>
    </fieldset>
  );
}

interface DateFieldsProps {
  form: DateForm;
  error: string | undefined;
  onInput: (change: Partial<DateForm>) => void;
}

/** Adds a connection by hand, with what the person knows of its date. */
export function AddConnection({ onClose }: { onClose: () => void }) {
  const [marketplace, setMarketplace] = useState<MarketplaceId>('amazon');
  const [site, setSite] = useState('de');
  const [form, setForm] = useState(EMPTY_SOFTWARE_FORM);
  const [date, setDate] = useState<DateForm>({ known: 'renewed', renewedOn: '', days: '' });
  const [errors, setErrors] = useState<SoftwareErrors & { date?: string; form?: string }>({});

  const sites = marketplaceById(marketplace).sites.map(({ id }) => ({ id, name: siteName(marketplace, id) }));
  const offered = integrationById(form.integration).marketplaces.map((each) => each.marketplace);

  const save = async (): Promise<void> => {
    const expiry = expiryOfForm(date);
    const found = { ...softwareErrors(form), ...('error' in expiry && { date: expiry.error }) };
    setErrors(found);
    if ('error' in expiry || Object.keys(found).length > 0) return;
    const outcome = await sendMessage('connection/add', {
      ...newConnectionOf(form),
      marketplace,
      site,
      expiry,
    }).catch(() => ({ ok: false, problem: 'unexpected' }) as const);
    if (outcome.ok) onClose();
    else setErrors({ form: problemText(outcome.problem) });
  };

  return (
    <div class="stack">
      <h2>{i18n.t('form.heading')}</h2>
      {errors.form && (
        <p role="alert" class="card bad">
          {errors.form}
        </p>
      )}
      <Field label={i18n.t('form.marketplace')}>
        {(control) => (
          <select
            {...control}
            value={marketplace}
            onChange={(event) => {
              setMarketplace(event.currentTarget.value as MarketplaceId);
              setSite('de');
            }}
          >
            {marketplaces
              .filter(({ id }) => offered.includes(id))
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        )}
      </Field>
      <Field label={i18n.t('form.site')}>
        {(control) => (
          <select {...control} value={site} onChange={(event) => setSite(event.currentTarget.value)}>
            {sites
              .toSorted((a, b) => a.name.localeCompare(b.name))
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        )}
      </Field>
      <SoftwareFields
        form={form}
        errors={errors}
        onInput={(change) => setForm((before) => ({ ...before, ...change }))}
      />
      <DateFields
        form={date}
        error={errors.date}
        onInput={(change) => setDate((before) => ({ ...before, ...change }))}
      />
      <div class="row">
        <Action kind="primary" onPress={save}>
          {i18n.t('form.save')}
        </Action>
        <Action kind="plain" onPress={onClose}>
          {i18n.t('common.cancel')}
        </Action>
      </div>
    </div>
  );
}
