import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Action } from '@/components/parts/Action.tsx';
import { Modes } from '@/components/renewal/Modes.tsx';
import type { Connection } from '@/utils/domain/account/connection.ts';
import type { MarketplaceId } from '@/utils/domain/marketplaces/definition/schema.ts';
import type { CleanMode } from '@/utils/domain/session/modes.ts';
import type { Preview } from '@/utils/flows/engine/effects/clean.ts';
import { costsText } from '@/utils/texts/run/costs.ts';

interface DecisionProps {
  marketplace: MarketplaceId;
  preview: Preview;
  mode: CleanMode;
  connection: Pick<Connection, 'integration' | 'marketplace' | 'container'>;
  /** The account's name; empty where it has none yet. */
  name: string;
  settled: boolean;
  /** A page opened this window and may wait to hear from it. */
  opener?: boolean;
  /** Nothing is left to fill in: Enter is enough. */
  focused?: boolean;
  onGo: () => Promise<void>;
  /** Absent where there is no choice. */
  onMode?: ((mode: CleanMode) => void) | undefined;
  cancel: ComponentChildren;
}

/** What the button says: exactly what it does. */
function goText(mode: CleanMode, name: string, isEmpty: boolean): string {
  if (mode === 'container') return name ? i18n.t('container.goAs', [name]) : i18n.t('container.start');
  if (isEmpty) return name ? i18n.t('guard.goAs', [name]) : i18n.t('guard.go');
  return name ? i18n.t('guard.cleanAs', [name]) : i18n.t('guard.clean');
}

/** What becomes of the present sign-in, in a sentence. */
const AFTERWARDS = {
  'set-aside': 'mode.setAsideShort',
  container: 'container.modeShort',
  clear: 'mode.clearShort',
} as const satisfies Record<CleanMode, string>;

/** The one button, and below it what it costs and what becomes of the present sign-in. */
export function Decision(props: DecisionProps) {
  const { marketplace, preview, mode, connection, name, settled, focused = false, onGo, onMode } = props;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLDivElement>(null);
  const modesId = useId();
  const isEmpty = preview.domains.every(({ cookies }) => cookies === 0);
  const hasModes = onMode && (preview.modes.includes('container') || !isEmpty);

  useEffect(() => {
    if (focused) button.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [focused]);

  return (
    <section class="decision stack tight" aria-label={i18n.t('guard.choiceHeading')}>
      <div class="row" ref={button}>
        <Action kind="primary" large ready={settled} onPress={onGo}>
          {goText(mode, name, isEmpty)}
        </Action>
        {props.cancel}
      </div>
      <p class="soft">{costsText(marketplace, preview.domains, mode)}</p>
      {props.opener && mode === 'container' && <p>{i18n.t('container.openerLost')}</p>}
      {hasModes && (
        <p>
          {i18n.t(AFTERWARDS[mode])}{' '}
          <button
            type="button"
            class="inline"
            aria-expanded={open}
            aria-controls={open ? modesId : undefined}
            aria-label={i18n.t('mode.changeLabel')}
            onClick={() => setOpen(!open)}
          >
            {i18n.t('mode.change')}
          </button>
        </p>
      )}
      {hasModes && open && (
        <div class="card" id={modesId}>
          <Modes mode={mode} modes={preview.modes} connection={connection} onChoose={onMode} />
        </div>
      )}
    </section>
  );
}
