import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Disclosure } from '@/components/design/Disclosure.tsx';
import { Action } from '@/components/parts/Action.tsx';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import type { GuardView } from '@/utils/flows/reading/views.ts';
import type { Decide } from '../decide.ts';
import { Decision } from './Decision.tsx';
import { Details } from './Details.tsx';
import { ForceSignIn } from './ForceSignIn.tsx';
import { SignInNow } from './SignInNow.tsx';

interface ChoosePrivateProps {
  view: Extract<GuardView, { kind: 'choose-private' }>;
  decide: Decide;
  settled: boolean;
}

/** The guard's question in a private window: only in which session. Nothing that is asked there could be noted. */
export function ChoosePrivate({ view: { ask, preview }, decide, settled }: ChoosePrivateProps) {
  const [forceSignIn, setForceSignIn] = useState(false);
  const holdsCookies = preview.domains.some(({ cookies }) => cookies > 0);
  const renew = (mode: 'clear' | 'as-is') =>
    decide({ type: 'renew-private', mode, forceSignIn: mode === 'as-is' && forceSignIn });
  return (
    <>
      <p>{i18n.t('private.notice')}</p>
      <SignInNow preview={preview} />
      {holdsCookies && <p class="soft">{i18n.t('private.shared')}</p>}
      <Decision
        marketplace={ask.marketplace}
        preview={preview}
        mode="clear"
        connection={{ integration: 'other', marketplace: ask.marketplace }}
        name=""
        settled={settled}
        focused
        onGo={() => renew('clear')}
        cancel={
          <Action kind="plain" onPress={() => decide({ type: 'cancel' })}>
            {i18n.t('common.cancel')}
          </Action>
        }
      />
      <div class="folds">
        <Disclosure label={i18n.t('guard.otherWays')}>
          <section class="way">
            <p>{i18n.t('private.asIsText')}</p>
            {ask.canForceSignIn && (
              <ForceSignIn
                marketplace={marketplaceById(ask.marketplace).name}
                forced={forceSignIn}
                onForce={setForceSignIn}
              />
            )}
            <div class="row">
              <Action ready={settled} onPress={() => renew('as-is')}>
                {i18n.t('guard.asIs')}
              </Action>
            </div>
          </section>
        </Disclosure>
        <Details ask={ask} preview={preview} />
      </div>
    </>
  );
}
