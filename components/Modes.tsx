import { i18n } from '#i18n';
import type { CleanMode } from '@/utils/domain/run.ts';
import { Choice } from './Choice.tsx';

const TEXTS = {
  'set-aside': { text: 'mode.setAside', cost: 'mode.setAsideCost' },
  clear: { text: 'mode.clear', cost: 'mode.clearCost' },
} as const satisfies Record<CleanMode, unknown>;

interface ModesProps {
  mode: CleanMode;
  onChoose: (mode: CleanMode) => void;
}

/** What becomes of the present sign-in at a clean start, and what that costs. */
export function Modes({ mode, onChoose }: ModesProps) {
  return (
    <fieldset class="stack tight">
      <legend>{i18n.t('mode.heading')}</legend>
      {(Object.keys(TEXTS) as CleanMode[]).map((each) => (
        <Choice key={each} name="mode" value={each} chosen={mode} onChoose={onChoose}>
          {i18n.t(TEXTS[each].text)}
        </Choice>
      ))}
      <p class="soft">{i18n.t(TEXTS[mode].cost)}</p>
    </fieldset>
  );
}
