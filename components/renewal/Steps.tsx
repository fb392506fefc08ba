import type { Connection } from '@/utils/domain/account/connection.ts';
import { checklistOf, stepsOnPage } from '@/utils/domain/run/checklist/checklist.ts';
import type { LedgerEntry } from '@/utils/domain/run/run.ts';
import { stepTextOnPage } from '@/utils/texts/run/steps.ts';
import { Mark } from '../parts/Mark.tsx';

/** What is to be done on the marketplace's pages, ticked as far as it was detected. */
export function Steps({ run, connection }: { run: LedgerEntry; connection: Connection | undefined }) {
  return (
    <ol class="steps">
      {stepsOnPage(checklistOf(run, connection)).map(({ step, state }) => (
        <li key={step.id} class={`step ${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <Mark state={state} />
          <span>{stepTextOnPage(step, run, connection)}</span>
        </li>
      ))}
    </ol>
  );
}
