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

/** The result of the practice, as a real renewal says it. */
export function ResultCard({
  result,
  heading: Heading,
}: Pick<ResultProps, 'result'> & { heading: 'h1' | 'p' }) {
  const run = ended(result);
  const { tone, heading, text } = runText({ run, connection });
  const granted = result === 'granted';
  return (
    <section class={`card stack tight ${tone}`} aria-labelledby="result">
      <Heading id="result" class="result-heading">
        {heading}
      </Heading>
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
  );
}

/** How the practice ended, and what comes next. */
export function Result({ result, onAgain }: ResultProps) {
  return (
    <main class="stand-in stack">
      <ResultCard result={result} heading="h1" />
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
