import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Action } from '@/components/parts/Action.tsx';
import { CleanCosts, SessionNow } from '@/components/renewal/Preview.tsx';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import type { GuardView } from '@/utils/flows/reading/views.ts';
import { Asking } from './Asking.tsx';
import type { Decide } from './decide.ts';
import { ForceSignIn } from './ForceSignIn.tsx';

interface ChoosePrivateProps {
  view: Extract<GuardView, { kind: 'choose-private' }>;
  decide: Decide;
  settled: boolean;
}

/** The guard's question in a private window: only in which session. Nothing that is asked there could be noted. */
export function ChoosePrivate({ view: { ask, preview }, decide, settled }: ChoosePrivateProps) {
  const marketplace = marketplaceById(ask.marketplace).name;
  const [forceSignIn, setForceSignIn] = useState(false);
  const holdsCookies = preview.domains.some(({ cookies }) => cookies > 0);
  return (
    <>
      <p class="intro">{i18n.t('guard.intro', [marketplace])}</p>
      <p class="card">{i18n.t('private.notice')}</p>
      <Asking ask={ask} />
      <section class="card stack" aria-labelledby="session">
        <h2 id="session">{i18n.t('private.sessionHeading')}</h2>
        <SessionNow domains={preview.domains} tabs={preview.tabs} />
        {holdsCookies && <p class="soft">{i18n.t('private.shared')}</p>}
      </section>
      <section class="stack" aria-labelledby="choice">
        <h2 id="choice">{i18n.t('guard.choiceHeading')}</h2>
        <div class="ways">
          <div class="card way">
            <p>{i18n.t('private.cleanText', [marketplace])}</p>
            {holdsCookies && (
              <CleanCosts marketplace={ask.marketplace} domains={preview.domains} mode="clear" />
            )}
            <Action
              kind="primary"
              ready={settled}
              onPress={() => decide({ type: 'renew-private', mode: 'clear', forceSignIn: false })}
            >
              {i18n.t('guard.clean')}
            </Action>
          </div>
          <div class="card way">
            <p>{i18n.t('private.asIsText')}</p>
            {ask.canForceSignIn && (
              <ForceSignIn marketplace={marketplace} forced={forceSignIn} onForce={setForceSignIn} />
            )}
            <Action
              kind="primary"
              ready={settled}
              onPress={() => decide({ type: 'renew-private', mode: 'as-is', forceSignIn })}
            >
              {i18n.t('guard.asIs')}
            </Action>
          </div>
        </div>
        <div class="row">
          <Action onPress={() => decide({ type: 'cancel' })}>{i18n.t('common.cancel')}</Action>
        </div>
      </section>
    </>
  );
}
