import type { AccountHint } from './account-hint.ts';
import type { Run } from './run.ts';

/** A step of the way through a consent, as the overlay and the pop-up list it. */
export interface ChecklistStep {
  id: 'clean' | 'sign-in' | 'account' | 'confirm' | 'answer';
  state: 'done' | 'now' | 'open' | 'warning';
}

/** The steps, ticked as far as they were detected; all that is to be done on the page at hand is `now`. */
export function checklistOf(
  run: Pick<Run, 'phase' | 'result' | 'progress' | 'mode' | 'receipt' | 'container'>,
  hint: AccountHint,
): ChecklistStep[] {
  const answered = run.result === 'granted' || run.phase === 'between-legs';
  const ready =
    answered || run.mode === 'as-is' || run.container?.pure === true || run.receipt?.clean === true;
  const signedIn = answered || (ready && run.progress.consentSeen === true);
  const onConsent = signedIn && hint !== 'different' ? 'now' : 'open';
  const account = hint === 'different' ? 'warning' : hint === 'match' ? 'done' : 'now';
  return [
    { id: 'clean', state: ready ? 'done' : 'now' },
    { id: 'sign-in', state: signedIn ? 'done' : ready ? 'now' : 'open' },
    { id: 'account', state: answered ? 'done' : signedIn ? account : 'open' },
    { id: 'confirm', state: answered ? 'done' : onConsent },
    { id: 'answer', state: answered ? 'done' : 'open' },
  ];
}
