import type { ChecklistStep } from '@/utils/domain/run/checklist/checklist.ts';
import { CheckIcon, WarningIcon } from './icons.tsx';

/** How a step stands, as a picture: ticked, to be done now, still open, or something to look at. */
export function Mark({ state }: Pick<ChecklistStep, 'state'>) {
  return (
    <span class="mark">
      {state === 'done' && <CheckIcon size={14} />}
      {state === 'warning' && <WarningIcon size={14} />}
    </span>
  );
}
