import { i18n } from '#i18n';
import type { Run } from '@/utils/domain/run/run.ts';
import type { RunChoice } from '@/utils/domain/run/run-choice.ts';
import { Action } from '../parts/Action.tsx';

/** Something that the person can decide of a run. */
export interface Offered {
  choice: RunChoice;
  text: string;
  kind?: 'primary' | 'plain';
}

/** How a run can go on whose clean did not come about: nothing does so by itself. */
export function notCleanChoices({ cleaningFailed }: Pick<Run, 'cleaningFailed'>): Offered[] {
  if (cleaningFailed === 'too-much') {
    return [{ choice: 'clear-instead', text: i18n.t('run.clearInstead'), kind: 'primary' }];
  }
  return [
    { choice: 'clean-again', text: i18n.t('run.cleanAgain'), kind: 'primary' },
    { choice: 'go-on-unclean', text: i18n.t('run.goOnUnclean') },
  ];
}

interface RunChoicesProps {
  choices: readonly Offered[];
  /** Whether a press counts yet; see `useSettled`. */
  settled: boolean;
  onChoose: (choice: RunChoice) => Promise<unknown>;
}

/** A button for each choice. */
export function RunChoices({ choices, settled, onChoose }: RunChoicesProps) {
  return choices.map(({ choice, text, kind }) => (
    <Action key={choice} {...(kind && { kind })} ready={settled} onPress={() => onChoose(choice)}>
      {text}
    </Action>
  ));
}
