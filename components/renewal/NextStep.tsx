import { i18n } from '#i18n';
import type { Connection } from '@/utils/domain/account/connection.ts';
import { checklistOf, nextOnPage } from '@/utils/domain/run/checklist/checklist.ts';
import type { LedgerEntry } from '@/utils/domain/run/run.ts';
import { stepTextOnPage } from '@/utils/texts/run/steps.ts';
import { Mark } from '../parts/Mark.tsx';

interface NextStepProps {
  run: LedgerEntry;
  connection: Connection | undefined;
}

/** The steps on the marketplace's pages for a small card: the next one large, the one after it, the rest folded. */
export function NextStep({ run, connection }: NextStepProps) {
  const { steps, next, then } = nextOnPage(checklistOf(run, connection));
  const done = steps.filter(({ state }) => state === 'done');
  // Nothing stands here twice.
  const rest = steps.filter((each) => each !== next && each !== then);
  const say = ({ step }: (typeof steps)[number]): string => stepTextOnPage(step, run, connection);
  return (
    <>
      {next && (
        <p class={`next step ${next.state}`} aria-current="step">
          <Mark state={next.state} />
          <span>{say(next)}</span>
        </p>
      )}
      {then && <p class="then">{i18n.t('overlay.then', [say(then)])}</p>}
      {done.length > 0 && (
        <details class="so-far">
          <summary>{i18n.t('overlay.progress', [String(done.length), String(steps.length)])}</summary>
          <ol class="steps">
            {rest.map((each) => (
              <li key={each.step.id} class={`step ${each.state}`}>
                <Mark state={each.state} />
                <span>{say(each)}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
