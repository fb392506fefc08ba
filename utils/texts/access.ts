import { i18n } from '#i18n';
import { allSessionDomains } from '../domain/host-patterns.ts';
import { locale } from './names.ts';

/** Which pages Grantkeeper may not see, and what it cannot do therefore. */
export function accessText(domains: readonly string[]): string {
  if (domains.length === allSessionDomains().length) return i18n.t('access.textAll');
  return i18n.t('access.text', [new Intl.ListFormat(locale()).format(domains)]);
}
