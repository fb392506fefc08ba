import { isPrivate } from '@/utils/domain/session/private.ts';
import type { RunView } from '@/utils/flows/reading/views.ts';
import { privateRunText } from '@/utils/texts/run/private.ts';
import { asideText, runText } from '@/utils/texts/run/runs.ts';
import { Frame } from './Frame.tsx';
import { Leave } from './Leave.tsx';

/** The guard in the tab of a renewal that is over: how it ended, where the marketplace's page stood until then. */
export function Ended({ view }: { view: RunView }) {
  const { heading, text } = isPrivate(view.run) ? privateRunText(view.run) : runText(view);
  const aside = asideText(view.run);
  return (
    <Frame heading={heading}>
      {text && <p>{text}</p>}
      {aside && <p class="soft">{aside}</p>}
      <Leave />
    </Frame>
  );
}
