import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Disclosure } from '@/components/design/Disclosure.tsx';
import { Action } from '@/components/parts/Action.tsx';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import type { AskView } from '@/utils/flows/reading/views.ts';
import type { Decide } from '../decide.ts';
import { ForceSignIn } from './ForceSignIn.tsx';
import { InPrivate } from './InPrivate.tsx';

interface OtherWaysProps {
  ask: AskView;
  privateAllowed: boolean;
  decide: Decide;
  settled: boolean;
  onAsIs: (forceSignIn: boolean) => Promise<void>;
}

/** Ways on that few need: the right account is signed in already, a private window, an app that is always allowed. */
export function OtherWays({ ask, privateAllowed, decide, settled, onAsIs }: OtherWaysProps) {
  const marketplace = marketplaceById(ask.marketplace).name;
  const [forceSignIn, setForceSignIn] = useState(false);
  return (
    <Disclosure label={i18n.t('guard.otherWays')}>
      <section class="way">
        <p>{i18n.t('guard.asIsText')}</p>
        {ask.canForceSignIn && (
          <ForceSignIn marketplace={marketplace} forced={forceSignIn} onForce={setForceSignIn} />
        )}
        <div class="row">
          <Action ready={settled} onPress={() => onAsIs(forceSignIn)}>
            {i18n.t('guard.asIs')}
          </Action>
        </div>
      </section>
      <InPrivate allowed={privateAllowed} decide={decide} settled={settled} />
      {ask.app !== undefined && (
        <section class="way">
          <p>{i18n.t('guard.exemptText')}</p>
          <div class="row">
            <Action ready={settled} onPress={() => decide({ type: 'let-through' })}>
              {i18n.t('guard.exempt')}
            </Action>
          </div>
        </section>
      )}
    </Disclosure>
  );
}
