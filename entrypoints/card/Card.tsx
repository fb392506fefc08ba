import { i18n } from '#i18n';
import { ConnectionMark } from '@/components/design/ConnectionMark.tsx';
import { FoldIcon, WarningIcon } from '@/components/parts/icons.tsx';
import { Logo } from '@/components/parts/Logo.tsx';
import { canReopen, Guidance, warns } from '@/components/renewal/Guidance.tsx';
import { NextStep } from '@/components/renewal/NextStep.tsx';
import type { OverlayView } from '@/utils/flows/reading/views.ts';
import { softwareName } from '@/utils/texts/names.ts';

/** Whose renewal this is; a private window’s is nobody’s that we know. */
function title({ connection }: OverlayView): string {
  return connection ? i18n.t('overlay.title', [connection.name]) : i18n.t('private.title');
}

interface CardProps {
  view: OverlayView;
  onFold: () => void;
  onReopen: () => void;
  onHelp: () => void;
}

/** The whole overlay: whose renewal this is, what to know about the page, and the next step. */
export function Card({ view, onFold, onReopen, onHelp }: CardProps) {
  const { run, connection } = view;
  const { progress } = run;
  return (
    <section class="card" aria-label={title(view)}>
      <header>
        {connection ? <ConnectionMark connection={connection} size={28} /> : <Logo size={28} />}
        <h2>
          {connection?.name ?? i18n.t('private.title')}
          <span class="soft">{connection ? softwareName(connection) : i18n.t('private.nothingNoted')}</span>
        </h2>
        <button type="button" class="fold" aria-label={i18n.t('overlay.fold')} onClick={onFold}>
          <FoldIcon size={16} />
        </button>
      </header>
      <div aria-live="polite">
        <Guidance view={view} named />
        {!progress.errorCode && <NextStep run={run} connection={connection} />}
      </div>
      {canReopen(view) && (
        <button type="button" class="reopen" onClick={onReopen}>
          {i18n.t('overlay.reopen')}
        </button>
      )}
      <p class="hint">
        {i18n.t('overlay.hint')}{' '}
        <button type="button" class="help" onClick={onHelp}>
          {i18n.t('help.title')}
        </button>
      </p>
    </section>
  );
}

/** The folded overlay. */
export function Pill({ view, onUnfold }: { view: OverlayView; onUnfold: () => void }) {
  const warning = warns(view);
  return (
    <button
      type="button"
      class={warning ? 'pill warns' : 'pill'}
      aria-label={
        view.connection ? i18n.t('overlay.unfold', [view.connection.name]) : i18n.t('private.unfold')
      }
      onClick={onUnfold}
    >
      {warning ? <WarningIcon size={24} /> : <Logo size={32} />}
    </button>
  );
}
