import { i18n } from '#i18n';
import type { Connection } from '@/utils/domain/account/connection.ts';
import { opensBy } from '@/utils/domain/integrations/index.ts';
import type { CleanMode } from '@/utils/domain/session/modes.ts';
import { Choice } from '../form/Choice.tsx';

const TEXTS = {
  'set-aside': { text: 'mode.setAside', cost: 'mode.setAsideCost' },
  container: { text: 'container.mode', cost: 'container.modeCost' },
  clear: { text: 'mode.clear', cost: 'mode.clearCost' },
} as const satisfies Record<CleanMode, unknown>;

interface ModesProps {
  mode: CleanMode;
  /** Those that the browser has. */
  modes: readonly CleanMode[];
  /** For which connection; of a new one not everything is known. */
  connection: Pick<Connection, 'integration' | 'marketplace' | 'container'>;
  onChoose: (mode: CleanMode) => void;
}

/** What becomes of the present sign-in at a clean start, and what that costs. */
export function Modes({ mode, modes, connection, onChoose }: ModesProps) {
  const stays = mode === 'container' && connection.container?.keep === true;
  const isInBrowser = opensBy(connection.integration, connection.marketplace) !== 'desktop';
  return (
    <fieldset class="stack tight">
      <legend>{i18n.t('mode.heading')}</legend>
      {modes.map((each) => (
        <Choice key={each} name="mode" value={each} chosen={mode} onChoose={onChoose}>
          {i18n.t(TEXTS[each].text)}
        </Choice>
      ))}
      <p class="soft">{i18n.t(stays ? 'container.modeCostOwn' : TEXTS[mode].cost)}</p>
      {mode === 'container' && isInBrowser && <p role="alert">{i18n.t('container.webWarning')}</p>}
    </fieldset>
  );
}
