import { i18n } from '#i18n';
import type { Finding as Found } from '@/utils/domain/finding.ts';
import { findingButton, findingText } from '@/utils/texts/finding.ts';
import { Action } from './Action.tsx';

interface FindingProps {
  finding: Found;
  /** Does what the button says; called first thing in the press, for the browser wants the gesture. */
  mend: (finding: Found) => Promise<unknown>;
  /** Where the button cannot take the person elsewhere. */
  stays?: boolean;
}

/** What keeps a renewal from being safe here, and the button that asks for exactly that. */
export function Finding({ finding, mend, stays = false }: FindingProps) {
  return (
    <>
      <p>{findingText(finding)}</p>
      <div class="row">
        <Action kind="primary" onPress={() => mend(finding)}>
          {stays ? i18n.t('finding.again') : findingButton(finding)}
        </Action>
      </div>
    </>
  );
}
