import { i18n } from '#i18n';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import type { Proof } from '@/utils/domain/run/proof.ts';
import { basisText, dateText } from '@/utils/texts/due/days.ts';
import { kindName, placeName, softwareName } from '@/utils/texts/names.ts';
import { accountText, modeText, momentText } from '@/utils/texts/run/history.ts';
import { clearedText, knownText } from '@/utils/texts/run/proof.ts';
import { receiptText } from '@/utils/texts/run/receipt.ts';

/** One renewal, as its client reads it. */
export function OneReceipt({ proof }: { proof: Proof }) {
  const { name, marketplace, site, grants, mode, cleared } = proof;
  const entered = grants.every(({ verdict }) => verdict === 'entered');
  const several = grants.length > 1;
  const { domains, notes } = cleared ? receiptText(cleared) : { domains: [], notes: [] };
  return (
    <>
      <h2 id="receipt" class="title">
        {i18n.t(entered ? 'proof.noted' : 'proof.renewed')}
      </h2>
      <dl class="known">
        <dt>{i18n.t('proof.account')}</dt>
        <dd>
          <strong>{name}</strong>
        </dd>
        <dt>{i18n.t('guard.software')}</dt>
        <dd>{softwareName(proof)}</dd>
        <dt>{i18n.t('form.marketplace')}</dt>
        <dd>{placeName(marketplace, site)}</dd>
      </dl>
      {grants.map((grant) => (
        <section key={grant.kind} class="stack tight">
          {several && <h3>{kindName(grant.kind)}</h3>}
          <dl class="known">
            <dt>{i18n.t('proof.granted')}</dt>
            <dd>{momentText(grant.at)}</dd>
            <dt>{i18n.t('proof.until')}</dt>
            <dd>
              {dateText(grant.expiry)} <span class="soft">({basisText(grant.expiry)})</span>
            </dd>
            <dt>{i18n.t('proof.known')}</dt>
            <dd>
              {knownText(grant, marketplaceById(marketplace).name)}
              {(grant.accountId !== undefined || grant.accountLabel !== undefined) && (
                <span class="below">{accountText(grant)}</span>
              )}
            </dd>
          </dl>
        </section>
      ))}
      {mode && (
        <section class="stack tight">
          <h3>{i18n.t('receipt.heading')}</h3>
          <p>{modeText(mode)}</p>
          {cleared?.clean && <p>{clearedText(cleared)}</p>}
          <ul class="notes">
            {[...domains, ...notes].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
