import { i18n } from '#i18n';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import type { AskView } from '@/utils/flows/reading/views.ts';
import { kindName, placeName } from '@/utils/texts/names.ts';

/** Who asks at the guard, as far as the address says. */
export function Asking({ ask, software }: { ask: AskView; software?: string | undefined }) {
  const marketplace = marketplaceById(ask.marketplace).name;
  return (
    <section class="card" aria-labelledby="who">
      <h2 id="who">{i18n.t('guard.who')}</h2>
      <dl class="facts">
        {software && (
          <>
            <dt>{i18n.t('guard.program')}</dt>
            <dd>{software}</dd>
          </>
        )}
        <dt>{i18n.t('guard.site')}</dt>
        <dd>
          {placeName(ask.marketplace, ask.site)} <span class="soft">({ask.host})</span>
        </dd>
        <dt>{i18n.t('guard.app', [marketplace])}</dt>
        <dd>
          <span class="mono">{ask.app}</span>{' '}
          <span class="soft">{i18n.t('guard.appFor', [kindName(ask.kind)])}</span>
        </dd>
      </dl>
    </section>
  );
}
