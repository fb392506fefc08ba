import { i18n } from '#i18n';
import type { Connection } from '@/utils/domain/account/connection.ts';
import { accountIdProblem } from '@/utils/domain/account/quarantine.ts';
import type { MarketplaceId } from '@/utils/domain/marketplaces/definition/schema.ts';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import { AccountPageLink } from './AccountPageLink.tsx';
import { Field } from './Field.tsx';

/** What is wrong with an account's number as it was entered, in words; undefined where nothing is. */
export function accountIdErrorText(entered: string): string | undefined {
  switch (accountIdProblem(entered)) {
    case 'mail':
      return i18n.t('form.accountMail');
    case 'spaces':
      return i18n.t('form.accountSpaces');
    case undefined:
      return undefined;
  }
}

interface AccountFieldProps {
  marketplace: MarketplaceId;
  /** Of which site and central. */
  at?: Pick<Connection, 'site' | 'central'>;
  value: string;
  error?: string | undefined;
  /** The organisation decides it. */
  fixed?: boolean;
  onInput: (value: string) => void;
}

/** The number or user name by which the marketplace's answer names an account, where the person knows it beforehand. */
export function AccountField({ marketplace, at, value, error, fixed, onInput }: AccountFieldProps) {
  const definition = marketplaceById(marketplace);
  const named = definition.accountLabels.some(({ namesUser }) => namesUser);
  return (
    <div>
      <Field
        label={i18n.t(named ? 'form.accountUser' : 'form.accountNumber', [definition.name])}
        hint={i18n.t('form.accountHint')}
        error={error}
        fixed={fixed}
        optional
      >
        {(control) => (
          <input
            {...control}
            maxLength={100}
            autoComplete="off"
            spellcheck={false}
            value={value}
            onInput={(event) => onInput(event.currentTarget.value)}
          />
        )}
      </Field>
      {at && !fixed && <AccountPageLink at={{ marketplace, ...at }} />}
    </div>
  );
}
