import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Connection } from '@/utils/domain/account/connection.ts';
import { manageUrl } from '@/utils/domain/account/manage-url.ts';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import type { ChecklistStep, ListedStep } from '@/utils/domain/run/checklist/checklist.ts';
import { stepWarning } from '@/utils/texts/run/steps.ts';
import { Copy } from '../parts/Copy.tsx';
import { WarningIcon } from '../parts/icons.tsx';
import { Mark } from '../parts/Mark.tsx';
import { Picture } from './Picture.tsx';
import './steps.css';
import './checklist.css';

/** What a step offers besides its sentence: a way to the page, something to copy, a sketch. */
function Help({ step, connection }: { step: ListedStep; connection: Connection }) {
  const marketplace = marketplaceById(connection.marketplace);
  const { link, copy, picture } = step;
  const warning = stepWarning(step, connection);
  const name = copy && connection.signInName;
  return (
    <>
      {warning && (
        <p class="step-warning">
          <WarningIcon size={16} /> {warning}
        </p>
      )}
      {(link || name) && (
        <p class="row">
          {link && (
            <a href={link === 'manage' ? manageUrl(connection) : link} target="_blank" rel="noreferrer">
              {link === 'manage' ? i18n.t('checklist.manage', [marketplace.name]) : i18n.t('checklist.link')}
            </a>
          )}
          {name && <Copy text={name} label={i18n.t('checklist.copyName')} />}
        </p>
      )}
      {picture && (
        <details>
          <summary>{i18n.t('checklist.picture')}</summary>
          <Picture id={picture} />
        </details>
      )}
    </>
  );
}

interface ChecklistProps {
  steps: readonly ChecklistStep[];
  connection: Connection;
  say: (step: ListedStep) => string;
  onTick: (step: string, done: boolean) => void;
  /** How the browser's pop-up blocker is dealt with; stands at the step that needs it. */
  popups?: ComponentChildren;
}

/** Steps with all that helps at each; those that nothing can detect are for the person to tick. */
export function Checklist({ steps, connection, say, onTick, popups }: ChecklistProps) {
  return (
    <ol class="steps">
      {steps.map(({ step, state }) => (
        <li key={step.id} class={`step ${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          {step.detector ? (
            <Mark state={state} />
          ) : (
            <input
              type="checkbox"
              id={`step-${connection.id}-${step.id}`}
              checked={state === 'done'}
              onChange={(event) => onTick(step.id, event.currentTarget.checked)}
            />
          )}
          <div class="step-body">
            {step.detector ? (
              <span>{say(step)}</span>
            ) : (
              <label for={`step-${connection.id}-${step.id}`}>{say(step)}</label>
            )}
            {state !== 'done' && <Help step={step} connection={connection} />}
            {state !== 'done' && step.popups && popups}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Says why the last tick could not be kept. */
export function NotKept({ problem }: { problem: string | undefined }) {
  if (!problem) return null;
  return (
    <p role="alert" class="card bad">
      {problem}
    </p>
  );
}
