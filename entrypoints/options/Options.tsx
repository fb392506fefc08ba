import { i18n } from '#i18n';
import { Action } from '@/components/Action.tsx';
import { Logo } from '@/components/Logo.tsx';
import { useLive } from '@/components/live.ts';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import type { Exemption } from '@/utils/flows/ports.ts';
import type { Overview } from '@/utils/flows/views.ts';
import { sendMessage } from '@/utils/messages.ts';
import { onChanged } from '@/utils/platform/face.ts';
import { dayOf } from '@/utils/texts/days.ts';
import { ConnectionRows } from './ConnectionRows.tsx';

const readOverview = (): Promise<Overview> => sendMessage('overview');
const readExemptions = (): Promise<Exemption[]> => sendMessage('exemptions');

/** The settings: what the person has allowed for good, and how to take it back. */
export function Options() {
  const exemptions = useLive(readExemptions, onChanged);
  const overview = useLive(readOverview, onChanged);
  return (
    <main class="options stack">
      <header class="row">
        <Logo size={32} />
        <h1>{i18n.t('options.heading')}</h1>
      </header>
      {overview && <ConnectionRows connections={overview.connections} />}
      <section class="card stack tight" aria-labelledby="exemptions">
        <h2 id="exemptions">{i18n.t('options.exemptions')}</h2>
        {exemptions?.length === 0 && <p class="soft">{i18n.t('options.exemptionsNone')}</p>}
        {exemptions && exemptions.length > 0 && (
          <>
            <p class="soft">{i18n.t('options.exemptionsText')}</p>
            <ul>
              {exemptions.map(({ id, app, marketplace, since }) => (
                <li key={id} class="line">
                  <span>
                    {marketplaceById(marketplace).name} <span class="mono">{app}</span>{' '}
                    <span class="soft">{i18n.t('options.since', [dayOf(since)])}</span>
                  </span>
                  <Action onPress={() => sendMessage('exemption/revoke', { id })}>
                    {i18n.t('options.revoke')}
                  </Action>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <p class="soft">{i18n.t('options.privacy')}</p>
    </main>
  );
}
