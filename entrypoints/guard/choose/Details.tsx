import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { Disclosure } from '@/components/design/Disclosure.tsx';
import { SessionNow, SharedSignOn } from '@/components/renewal/Preview.tsx';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import type { Preview } from '@/utils/flows/engine/effects/clean.ts';
import type { AskView } from '@/utils/flows/reading/views.ts';
import { kindName, placeName } from '@/utils/texts/names.ts';

interface DetailsProps {
  ask: AskView;
  preview: Preview;
  children?: ComponentChildren;
}

/** All that is known of the request and of the present sign-in. */
export function Details({ ask, preview, children }: DetailsProps) {
  return (
    <Disclosure label={i18n.t('guard.details')}>
      <dl class="facts">
        <dt>{i18n.t('guard.site')}</dt>
        <dd>
          {placeName(ask.marketplace, ask.site)} <span class="soft">({ask.host})</span>
        </dd>
        <dt>{i18n.t('guard.asksFor')}</dt>
        <dd>{kindName(ask.kind)}</dd>
        <dt>{i18n.t('guard.app', [marketplaceById(ask.marketplace).name])}</dt>
        <dd>{ask.app === undefined ? i18n.t('guard.appUnknown') : <bdi class="mono">{ask.app}</bdi>}</dd>
      </dl>
      <section class="stack tight">
        <h2>{i18n.t('guard.sessionHeading')}</h2>
        <SessionNow domains={preview.domains} tabs={preview.tabs} />
        <SharedSignOn domains={preview.domains} />
      </section>
      {children}
    </Disclosure>
  );
}
