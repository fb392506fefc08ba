import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Tick } from '@/components/form/Tick.tsx';
import { Action } from '@/components/parts/Action.tsx';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import { softwareName } from '@/utils/texts/names.ts';
import { connection, LABEL, OTHER_LABEL, runAt } from '../example.ts';
import { CardOnPage } from './CardOnPage.tsx';

const consent = { step: 'consent', signInSeen: true, consentSeen: true, read: true } as const;

interface MarketplacePageProps {
  /** The account that is signed in, as the page names it; absent until one is. */
  signedIn: string | undefined;
  onSignIn: (label?: string) => void;
  onAgree: () => void;
}

/** Stands for the marketplace’s pages. Beside it the real card. */
export function MarketplacePage({ signedIn, onSignIn, onAgree }: MarketplacePageProps) {
  const [ticked, setTicked] = useState(false);
  const { name } = marketplaceById(connection.marketplace);
  const right = signedIn === LABEL;
  const signIn = (label?: string): void => {
    onSignIn(label);
    setTicked(false);
  };
  const run = signedIn
    ? runAt({ ...consent, label: signedIn, boxTicked: ticked })
    : runAt({ step: 'sign-in', signInSeen: true });
  return (
    <>
      <main class="stand-in" key={signedIn}>
        {signedIn ? (
          <section class="card stack">
            <h1>{i18n.t('practice.consentHeading', [name])}</h1>
            <p>{i18n.t('practice.consentText')}</p>
            <dl class="facts">
              <dt>{i18n.t('practice.account')}</dt>
              <dd>
                <strong>{signedIn}</strong>
              </dd>
              <dt>{i18n.t('practice.app')}</dt>
              <dd>{softwareName(connection)}</dd>
            </dl>
            <Tick label={i18n.t('practice.tick')} ticked={ticked} onTick={setTicked} />
            <div class="row">
              <Action
                {...(right && ticked && { kind: 'primary' as const })}
                ready={ticked}
                onPress={() => onAgree()}
              >
                {i18n.t('practice.agree')}
              </Action>
              {!right && (
                <Action kind="primary" onPress={() => signIn()}>
                  {i18n.t('practice.switch')}
                </Action>
              )}
            </div>
          </section>
        ) : (
          <section class="card stack">
            <h1>{i18n.t('practice.signInHeading', [name])}</h1>
            <p>{i18n.t('practice.signInText')}</p>
            <div class="row">
              <Action kind="primary" onPress={() => signIn(LABEL)}>
                {i18n.t('practice.signInAs', [LABEL])}
              </Action>
              <Action onPress={() => signIn(OTHER_LABEL)}>
                {i18n.t('practice.signInAs', [OTHER_LABEL])}
              </Action>
            </div>
          </section>
        )}
      </main>
      <CardOnPage view={{ run, connection }} />
    </>
  );
}
