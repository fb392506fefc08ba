import { i18n } from '#i18n';
import { integrationsAt } from '@/utils/domain/integrations/index.ts';
import type { IntegrationId } from '@/utils/domain/integrations/schema.ts';
import type { MarketplaceId } from '@/utils/domain/marketplaces/definition/schema.ts';
import type { Decided } from '@/utils/domain/policy/managed.ts';
import { Disclosure } from '../design/Disclosure.tsx';
import { Field } from './Field.tsx';

/** What is asked for a new connection. */
export interface SoftwareForm {
  /** Empty until it is chosen. */
  integration: IntegrationId | '';
  software: string;
  name: string;
  signInName: string;
}

export const EMPTY_SOFTWARE_FORM: SoftwareForm = {
  integration: '',
  software: '',
  name: '',
  signInName: '',
};

export type SoftwareErrors = Partial<Record<keyof SoftwareForm, string>>;

/** What is missing in the form, in words; empty where nothing is. */
export function softwareErrors({ integration, software, name }: SoftwareForm): SoftwareErrors {
  return {
    ...(integration === '' && { integration: i18n.t('guard.softwareUnchosen') }),
    ...(integration === 'other' && !software.trim() && { software: i18n.t('guard.softwareMissing') }),
    ...(!name.trim() && { name: i18n.t('guard.nameMissing') }),
  };
}

/** The form as the background takes it, once nothing is missing in it. */
export function newConnectionOf({ integration, software, name, signInName }: SoftwareForm) {
  return {
    integration: integration || ('other' as const),
    name: name.trim(),
    ...(integration === 'other' && { software: software.trim() }),
    ...(signInName.trim() && { signInName: signInName.trim() }),
  };
}

interface SoftwareFieldsProps {
  form: SoftwareForm;
  errors: SoftwareErrors;
  onInput: (change: Partial<SoftwareForm>) => void;
  /** What is not needed at once is folded. */
  short?: boolean;
  /** Software that does not sell there is not offered. */
  marketplace: MarketplaceId;
  /** What the organisation decides. */
  decided?: readonly Decided[];
}

/** The fields of a new connection. */
export function SoftwareFields({
  form,
  errors,
  onInput,
  short,
  marketplace,
  decided = [],
}: SoftwareFieldsProps) {
  const software = decided.includes('software');
  const signIn = (
    <Field
      label={i18n.t('guard.signInName')}
      hint={i18n.t('guard.signInNameHint')}
      fixed={decided.includes('signInName')}
      optional
    >
      {(control) => (
        <input
          {...control}
          maxLength={200}
          autoComplete="off"
          value={form.signInName}
          onInput={(event) => onInput({ signInName: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <Field label={i18n.t('guard.software')} error={errors.integration} fixed={software}>
        {(control) => (
          <select
            {...control}
            value={form.integration}
            onChange={(event) => onInput({ integration: event.currentTarget.value as IntegrationId })}
          >
            {form.integration === '' && <option value="">{i18n.t('guard.softwareChoose')}</option>}
            {integrationsAt(marketplace).map(({ id, name }) => (
              <option key={id} value={id}>
                {name || i18n.t('software.other')}
              </option>
            ))}
          </select>
        )}
      </Field>
      {form.integration === 'other' && (
        <Field label={i18n.t('guard.softwareName')} error={errors.software} fixed={software}>
          {(control) => (
            <input
              {...control}
              maxLength={120}
              value={form.software}
              onInput={(event) => onInput({ software: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
      <Field
        label={i18n.t('guard.accountName')}
        hint={i18n.t('guard.accountNameHint')}
        error={errors.name}
        fixed={decided.includes('name')}
      >
        {(control) => (
          <input
            {...control}
            maxLength={120}
            autoComplete="off"
            value={form.name}
            onInput={(event) => onInput({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      {short ? <Disclosure label={i18n.t('guard.signInFold')}>{signIn}</Disclosure> : signIn}
    </>
  );
}
