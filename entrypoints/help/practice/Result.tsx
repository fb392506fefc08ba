import { i18n } from '#i18n';
import { ConnectionMark } from '@/components/design/ConnectionMark.tsx';
import { ListRow } from '@/components/design/ListRow.tsx';
import { Days } from '@/components/due/Days.tsx';
import { Action } from '@/components/parts/Action.tsx';
import { ReceiptList } from '@/components/renewal/ReceiptList.tsx';
import { placeName, softwareName } from '@/utils/texts/names.ts';
import { asideText, runText } from '@/utils/texts/run/runs.ts';
import { connection, ended, endingIn, LABEL, OTHER_LABEL } from '../example.ts';

interface ResultProps {
  result: 'granted' | 'wrong-account';
  onAgain: () => void;
}

/** How the practice ended, said as a real renewal says it. */
export function Result({ result, onAgain }: ResultProps) {
  const run = ended(result);
  const { tone, heading, text } = runText({ run, connection });
  const granted = result === 'granted';
  return (
    <main class="stand-in stack">
      <section class={`card stack tight ${tone}`} aria-labelledby="result">
        <h1 id="result">{heading}</h1>
        <ListRow
          large
          mark={<ConnectionMark connection={connection} size={44} />}
          name={connection.name}
          line={[softwareName(connection), placeName(run.marketplace, run.site)].join(' · ')}
          end={granted && <Days remaining={endingIn(365)} />}
        />
        <p>{granted ? text : i18n.t('practice.wrongText', [OTHER_LABEL, LABEL])}</p>
        <p>{asideText(run)}</p>
        <details>
          <summary>{i18n.t('receipt.heading')}</summary>
          <ReceiptList receipt={run.receipt} />
        </details>
      </section>
      <section class="stack tight" aria-labelledby="that-was-it">
        <h2 id="that-was-it">{i18n.t('practice.overHeading')}</h2>
        <p>{i18n.t('practice.overText')}</p>
        <div class="row">
          <a class="button primary" href="/welcome.html">
            {i18n.t('practice.toWelcome')}
          </a>
          <Action onPress={onAgain}>{i18n.t('practice.again')}</Action>
        </div>
      </section>
    </main>
  );
}
