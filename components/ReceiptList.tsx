import { i18n } from '#i18n';
import { type Receipt, SITE_DATA, type SiteDataResult } from '@/utils/domain/cleaning.ts';
import { list } from '@/utils/texts/names.ts';

const withResult = ({ siteData }: Receipt, result: SiteDataResult): string[] =>
  SITE_DATA.filter((kind) => siteData[kind] === result).map((kind) => i18n.t(`receipt.${kind}`));

/** A receipt in full: what was found, removed and left in each domain, and what can only be requested. */
export function ReceiptList({ receipt }: { receipt: Receipt }) {
  const requested = withResult(receipt, 'requested');
  const impossible = withResult(receipt, 'impossible');
  return (
    <div class="stack tight">
      <ul>
        {receipt.domains.map(({ domain, found, removed, remaining }) => (
          <li key={domain}>
            {i18n.t('receipt.domain', [domain, String(found), String(removed), String(remaining)])}
          </li>
        ))}
      </ul>
      <p class="soft">{i18n.t('receipt.proven')}</p>
      {requested.length > 0 && <p class="soft">{i18n.t('receipt.requested', [list(requested)])}</p>}
      {impossible.length > 0 && <p class="soft">{i18n.t('receipt.impossible', [list(impossible)])}</p>}
    </div>
  );
}
