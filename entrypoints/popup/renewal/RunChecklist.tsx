import { i18n } from '#i18n';
import { useTicks } from '@/components/hooks/ticks.ts';
import { Checklist, NotKept } from '@/components/renewal/Checklist.tsx';
import type { Connection } from '@/utils/domain/account/connection.ts';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import { type ChecklistStep, checklistOf, type ListedStep } from '@/utils/domain/run/checklist/checklist.ts';
import type { RunView } from '@/utils/flows/reading/views.ts';
import { problemOf } from '@/utils/messages/ask.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { softwareName } from '@/utils/texts/names.ts';
import { stepText } from '@/utils/texts/run/steps.ts';
import { AllowPopups } from './AllowPopups.tsx';
import { useFinishing } from './finishing-ticks.ts';

const PARTS = ['before', 'on', 'after'] as const;
type Part = (typeof PARTS)[number];

/** Where the person has something to do now. */
function partNow(steps: readonly ChecklistStep[]): Part {
  return steps.find(({ state }) => state === 'now' || state === 'warning')?.step.when ?? 'on';
}

function heading(part: Part, connection: Connection): string {
  switch (part) {
    case 'before':
      return i18n.t('checklist.before', [softwareName(connection)]);
    case 'on':
      return i18n.t('checklist.on', [marketplaceById(connection.marketplace).name]);
    case 'after':
      return i18n.t('checklist.after', [softwareName(connection)]);
  }
}

/** All steps of a living run: what is to be done now is open, the rest is folded. */
export function RunChecklist({ view, connection }: { view: RunView; connection: Connection }) {
  const { run, signedIn } = view;
  const before = useTicks(run.ticked ?? [], (step, done) =>
    problemOf(sendMessage('run/step', { runId: run.id, step, done })),
  );
  const after = useFinishing(connection);
  const steps = checklistOf({ ...run, ticked: before.ticked }, after.shown, signedIn);
  const now = partNow(steps);
  const say = (step: ListedStep): string => stepText(step, run, connection);
  return (
    <>
      {PARTS.map((part) => (
        <details key={`${part} ${part === now}`} open={part === now}>
          <summary>{heading(part, connection)}</summary>
          <Checklist
            steps={steps.filter(({ step }) => step.when === part)}
            connection={connection}
            say={say}
            onTick={part === 'before' ? before.tick : after.tick}
            popups={<AllowPopups run={run} connection={connection} />}
          />
        </details>
      ))}
      <NotKept problem={before.problem ?? after.problem} />
    </>
  );
}
