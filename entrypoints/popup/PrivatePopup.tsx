import { i18n } from '#i18n';
import { Logo } from '@/components/Logo.tsx';
import { useLive } from '@/components/live.ts';
import { Troubles } from '@/components/Troubles.tsx';
import type { PrivateOverview } from '@/utils/flows/views.ts';
import { mend } from '@/utils/mend.ts';
import { sendMessage } from '@/utils/messages.ts';
import { onChanged } from '@/utils/platform/face.ts';
import { RunCard } from './RunCard.tsx';

const readOverview = (): Promise<PrivateOverview> => sendMessage('private/overview');

/** The pop-up of a private window: its renewals alone. Connections are noted, and so belong to normal windows. */
export function PrivatePopup() {
  const overview = useLive(readOverview, onChanged);
  if (!overview) return <main class="popup" aria-busy="true" />;
  return (
    <main class="popup">
      <header class="row">
        <Logo size={24} />
        <h1>{i18n.t('popup.title')}</h1>
      </header>
      <div class="stack">
        <Troubles troubles={overview.troubles} finding={overview.finding} mend={mend} />
        {overview.runs.map((run) => (
          <RunCard key={run.id} view={{ run }} />
        ))}
        <p class="soft">{i18n.t('private.popup')}</p>
      </div>
    </main>
  );
}
