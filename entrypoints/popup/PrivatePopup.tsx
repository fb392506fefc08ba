import { i18n } from '#i18n';
import { Boundary } from '@/components/failure/Boundary.tsx';
import { Obstacles } from '@/components/failure/Obstacles.tsx';
import { Waiting } from '@/components/failure/Waiting.tsx';
import { useLive } from '@/components/hooks/live.ts';
import { Logo } from '@/components/parts/Logo.tsx';
import type { PrivateOverview } from '@/utils/flows/reading/views.ts';
import { fix } from '@/utils/messages/fix.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';
import { RunCard } from './renewal/RunCard.tsx';

const readOverview = (): Promise<PrivateOverview> => sendMessage('private/overview');

/** The pop-up of a private window: its renewals alone. Connections are noted, and so belong to normal windows. */
export function PrivatePopup() {
  const overview = useLive(readOverview, onChanged);
  return (
    <main class="popup" aria-busy={!overview}>
      <header class="row">
        <Logo size={24} />
        <h1>{i18n.t('popup.title')}</h1>
      </header>
      {overview ? <Shown {...overview} /> : <Waiting what={i18n.t('failure.ofPopup')} />}
    </main>
  );
}

function Shown({ obstacles, runs }: PrivateOverview) {
  return (
    <div class="stack">
      <Obstacles obstacles={obstacles} fix={fix} />
      {runs.map((run) => (
        <Boundary key={run.id} of="card">
          <RunCard view={{ run }} />
        </Boundary>
      ))}
      <p class="soft">{i18n.t('private.popup')}</p>
    </div>
  );
}
