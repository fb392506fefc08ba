import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useSettled } from '@/components/hooks/settled.ts';
import { Action } from '@/components/parts/Action.tsx';
import { Choose } from '../../guard/choose/Choose.tsx';
import { Question } from '../../guard/Question.tsx';
import { LABEL, question } from '../example.ts';
import { MarketplacePage } from './MarketplacePage.tsx';
import { Result } from './Result.tsx';

type At = 'guard' | 'marketplace' | 'result';

/** The guard itself, about an app that does not exist. */
function PracticeGuard({ onGo }: { onGo: () => void }) {
  const body = useRef<HTMLDivElement>(null);
  const settled = useSettled(body, true);
  const [elsewhere, setElsewhere] = useState(false);
  return (
    <div ref={body}>
      {elsewhere && (
        <p class="card todo practice-note" role="status">
          {i18n.t('practice.notHere')}
        </p>
      )}
      <Question ask={question.ask} candidates={question.candidates}>
        <Choose
          view={question}
          settled={settled}
          decide={async ({ type }) => (type === 'renew' ? onGo() : setElsewhere(true))}
        />
      </Question>
    </div>
  );
}

/** A whole renewal with made-up data, in the real surfaces. Nothing of it is stored, and nothing is told to anybody. */
export function Practice() {
  const [at, setAt] = useState<At>('guard');
  const [signedIn, setSignedIn] = useState<string>();
  const begin = (): void => {
    setSignedIn(undefined);
    setAt('guard');
  };
  return (
    <div class="practice">
      <header class="practice-bar">
        <p>
          <strong>{i18n.t('practice.heading')}</strong> {i18n.t('practice.madeUp')}
        </p>
        <div class="row">
          {at !== 'guard' && (
            <Action kind="plain" onPress={begin}>
              {i18n.t('practice.again')}
            </Action>
          )}
          <a href="/welcome.html">{i18n.t('practice.leave')}</a>
        </div>
      </header>
      {at === 'guard' && <PracticeGuard onGo={() => setAt('marketplace')} />}
      {at === 'marketplace' && (
        <MarketplacePage signedIn={signedIn} onSignIn={setSignedIn} onAgree={() => setAt('result')} />
      )}
      {at === 'result' && (
        <Result result={signedIn === LABEL ? 'granted' : 'wrong-account'} onAgain={begin} />
      )}
    </div>
  );
}
