import { i18n } from '#i18n';
import { OAUTH_ERRORS } from '../../domain/marketplaces/definition/oauth-errors.ts';
import type { Marketplace, MarketplaceId } from '../../domain/marketplaces/definition/schema.ts';
import { marketplaceById } from '../../domain/marketplaces/index.ts';
import { httpFixedBy } from '../../domain/run/page/http-error.ts';

type FixedBy = Marketplace['errors'][number]['fixedBy'][number];

/** What a marketplace's own errors mean, by their code. */
const KNOWN = {
  MD1000: 'error.MD1000',
  MD5100: 'error.MD5100',
  MD5101: 'error.MD5101',
  MD5110: 'error.MD5110',
  MD5200: 'error.MD5200',
  MD9000: 'error.MD9000',
  MD9010: 'error.MD9010',
  MD9999: 'error.MD9999',
  MD0000: 'error.MD0000',
  MD9100: 'error.MD9100',
  SPDC8143: 'error.SPDC8143',
  SPSA0404: 'error.SPSA0404',
  SPSA2043: 'error.SPSA2043',
  CONSENT_LIMIT_REACHED: 'error.consentLimit',
  'not-permitted': 'error.notPermitted',
  'unknown-app': 'error.unknownApp',
  'usage-limit': 'error.usageLimit',
  'invalid-access': 'error.invalidAccess',
  temporarily_unavailable: 'error.temporarily_unavailable',
} as const;

type Known = Marketplace['errors'][number] | undefined;

function meaningOf(marketplace: MarketplaceId, code: string, known: Known, fixedBy: FixedBy): string {
  const isOAuth = known !== undefined && OAUTH_ERRORS.includes(known);
  const { name } = marketplaceById(marketplace);
  if (isOAuth && code === 'invalid_scope') return i18n.t('error.invalid_scope', [name]);
  if (isOAuth && code === 'unauthorized_client') return i18n.t('error.unauthorized_client', [name]);
  if (isOAuth && code === 'invalid_request') return i18n.t('error.invalid_request');
  if (known && !isOAuth && Object.hasOwn(KNOWN, code)) return i18n.t(KNOWN[code as keyof typeof KNOWN]);
  if (httpFixedBy(code)) return i18n.t('error.http');
  if (isOAuth) return i18n.t(fixedBy === 'retry' ? 'error.server' : 'error.request');
  return i18n.t('error.unknown');
}

/** What a marketplace's error means, and who can fix it. */
export function errorText(marketplace: MarketplaceId, code: string): { meaning: string; help: string } {
  const known = marketplaceById(marketplace).errors.find((each) => each.code === code);
  const fixedBy = known?.fixedBy[0] ?? httpFixedBy(code) ?? 'retry';
  const help = {
    vendor: i18n.t('error.vendor'),
    seller: i18n.t('error.seller'),
    retry: i18n.t('error.retry'),
  };
  return { meaning: meaningOf(marketplace, code, known, fixedBy), help: help[fixedBy] };
}
