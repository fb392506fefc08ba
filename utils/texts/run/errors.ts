import { i18n } from '#i18n';
import { marketplaceById } from '../../domain/marketplaces/index.ts';
import type { MarketplaceId } from '../../domain/marketplaces/schema.ts';

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
  'usage-limit': 'error.usageLimit',
  'invalid-access': 'error.invalidAccess',
  invalid_request: 'error.invalid_request',
  invalid_scope: 'error.invalid_scope',
  unauthorized_client: 'error.unauthorized_client',
  temporarily_unavailable: 'error.temporarily_unavailable',
} as const;

/** What a marketplace's error means, and whose it is to mend. */
export function errorText(marketplace: MarketplaceId, code: string): { meaning: string; help: string } {
  const known = marketplaceById(marketplace).errors.find((each) => each.code === code);
  const key = Object.hasOwn(KNOWN, code) ? KNOWN[code as keyof typeof KNOWN] : 'error.unknown';
  const help = {
    vendor: i18n.t('error.vendor'),
    seller: i18n.t('error.seller'),
    retry: i18n.t('error.retry'),
  };
  return { meaning: i18n.t(key), help: help[known?.fixedBy[0] ?? 'retry'] };
}
