import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ConnectionForm } from '@/utils/domain/account/connection-form.ts';
import { integrationsAt } from '@/utils/domain/integrations/index.ts';
import type { Central, MarketplaceId } from '@/utils/domain/marketplaces/definition/schema.ts';
import { marketplaceById, marketplaces, siteById, usualSite } from '@/utils/domain/marketplaces/index.ts';
import { siteName } from '@/utils/texts/names.ts';
import { AccountField, accountIdErrorText } from './AccountField.tsx';
import { DateFields, EMPTY_DATE_FORM, expiryOfForm } from './DateFields.tsx';
import { Field } from './Field.tsx';
import { SaveRow } from './SaveRow.tsx';
import {
  EMPTY_SOFTWARE_FORM,
  newConnectionOf,
  type SoftwareErrors,
  SoftwareFields,
  softwareErrors,
} from './SoftwareFields.tsx';

interface AddConnectionProps {
  /** Adds it; says in words why that was not possible. */
  add: (form: ConnectionForm) => Promise<string | undefined>;
  onClose: () => void;
}

/** Adds a connection by hand, with what the person knows of its date. */
export function AddConnection({ add, onClose }: AddConnectionProps) {
  const [marketplace, setMarketplace] = useState<MarketplaceId>(marketplaces[0].id);
  const [site, setSite] = useState(() => usualSite(marketplaceById(marketplace)));
  const [central, setCentral] = useState<Central>();
  const [accountId, setAccountId] = useState('');
  const [form, setForm] = useState(EMPTY_SOFTWARE_FORM);
  const [date, setDate] = useState(EMPTY_DATE_FORM);
  const [errors, setErrors] = useState<SoftwareErrors & { date?: string; accountId?: string; form?: string }>(
    {},
  );

  const sites = marketplaceById(marketplace).sites.map(({ id }) => ({ id, name: siteName(marketplace, id) }));
  const { seller, vendor } = siteById(marketplaceById(marketplace), site)?.hosts ?? {};
  const bothCentrals = seller !== undefined && vendor !== undefined;
  const own = bothCentrals ? central : vendor && ('vendor' as const);

  const save = async (): Promise<void> => {
    const expiry = expiryOfForm(date);
    const accountError = accountIdErrorText(accountId);
    const found = {
      ...softwareErrors(form),
      ...('error' in expiry && { date: expiry.error }),
      ...(accountError && { accountId: accountError }),
    };
    setErrors(found);
    if ('error' in expiry || Object.keys(found).length > 0) return;
    const problem = await add({
      ...newConnectionOf(form),
      marketplace,
      site,
      ...(own && { central: own }),
      ...(accountId.trim() && { accountId: accountId.trim() }),
      expiry,
    });
    if (problem === undefined) onClose();
    else setErrors({ form: problem });
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
              const chosen = event.currentTarget.value as MarketplaceId;
              setMarketplace(chosen);
              setSite(usualSite(marketplaceById(chosen)));
              setForm((before) =>
                integrationsAt(chosen).some(({ id }) => id === before.integration)
                  ? before
                  : { ...before, integration: '' },
              );
            }}
          >
            {marketplaces.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {marketplaceById(marketplace).optional && (
        <p class="soft">{i18n.t('access.watchAsks', [marketplaceById(marketplace).name])}</p>
      )}
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
      {bothCentrals && (
        <Field label={i18n.t('form.central')}>
          {(control) => (
            <select
              {...control}
              value={central ?? ''}
              onChange={(event) => setCentral(event.currentTarget.value === 'vendor' ? 'vendor' : undefined)}
            >
              <option value="">{i18n.t('form.seller')}</option>
              <option value="vendor">{i18n.t('form.vendor')}</option>
            </select>
          )}
        </Field>
      )}
      <SoftwareFields
        marketplace={marketplace}
        form={form}
        errors={errors}
        onInput={(change) => setForm((before) => ({ ...before, ...change }))}
      />
      <AccountField
        marketplace={marketplace}
        at={{ site, ...(own && { central: own }) }}
        value={accountId}
        error={errors.accountId}
        onInput={setAccountId}
      />
      <DateFields
        form={date}
        unknown
        error={errors.date}
        onInput={(change) => setDate((before) => ({ ...before, ...change }))}
      />
      <SaveRow save={i18n.t('form.save')} onSave={save} onClose={onClose} />
    </div>
  );
}
