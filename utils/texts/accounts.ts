import { i18n } from '#i18n';
import type { ExpectedAccount } from '../domain/account/connection.ts';
import type { RevokeStep } from '../domain/marketplaces/definition/schema.ts';

/** An account by all that is known of it: its name, and its number in brackets. Empty where nothing is known. */
export function accountName({ id, label, user }: ExpectedAccount): string {
  const [name = '', number] = [...new Set([label, user, id].filter((each) => each !== undefined))];
  return number === undefined ? name : `${name} (${number})`;
}

/** What the person does to take a permission back, in words. */
export function revokeText(step: RevokeStep, account: string): string {
  return step === 'signIn' && account ? i18n.t('revoke.signInAs', [account]) : i18n.t(`revoke.${step}`);
}
