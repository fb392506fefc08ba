import { i18n } from '#i18n';
import type { MarketplaceId, SharedLogin } from '../../domain/marketplaces/definition/schema.ts';
import { marketplaceById } from '../../domain/marketplaces/index.ts';
import type { CleanMode } from '../../domain/session/modes.ts';
import { list, sharedLoginName } from '../names.ts';

interface Cleaned {
  domain: string;
  cookies: number;
  signsOutOf: readonly SharedLogin[];
}

/** Everything that a clean of these domains signs out of; what several have in common is said once, with all of them. */
export function signedOutOf(domains: readonly Cleaned[]): string[] {
  const logins = new Set(domains.flatMap(({ signsOutOf }) => signsOutOf));
  return [...logins].map((login) =>
    sharedLoginName(
      login,
      list(domains.filter(({ signsOutOf }) => signsOutOf.includes(login)).map(({ domain }) => domain)),
    ),
  );
}

/** What going on costs, in one or two sentences: what it signs out of, and that a code may be asked for. */
export function costsText(marketplace: MarketplaceId, domains: readonly Cleaned[], mode: CleanMode): string {
  const { name } = marketplaceById(marketplace);
  const code = i18n.t('guard.phoneCode', [name]);
  if (mode === 'container') return `${i18n.t('container.costs')} ${code}`;
  if (domains.every(({ cookies }) => cookies === 0)) return code;
  return i18n.t('guard.costs', [list(signedOutOf(domains)), name]);
}
