import { accountHint } from '@/utils/domain/account-hint.ts';
import { checklistOf } from '@/utils/domain/checklist.ts';
import type { Connection } from '@/utils/domain/connection.ts';
import type { LedgerEntry } from '@/utils/domain/run.ts';
import { stepText } from '@/utils/texts/steps.ts';
import { CheckIcon, WarningIcon } from './icons.tsx';

/** The checklist of a run, ticked as far as it was detected. */
export function Steps({ run, connection }: { run: LedgerEntry; connection: Connection | undefined }) {
  return (
    <ol class="steps">
      {checklistOf(run, accountHint(run, connection)).map(({ id, state }) => (
        <li key={id} class={`step ${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <span class="mark">
            {state === 'done' && <CheckIcon size={14} />}
            {state === 'warning' && <WarningIcon size={14} />}
          </span>
          <span>{stepText(id, run, connection)}</span>
        </li>
      ))}
    </ol>
  );
}
