import { i18n } from '#i18n';
import { Waiting } from '@/components/failure/Waiting.tsx';
import { useLive } from '@/components/hooks/live.ts';
import { Action } from '@/components/parts/Action.tsx';
import type { Exemption } from '@/utils/domain/account/exemption.ts';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';
import { dayOf } from '@/utils/texts/due/days.ts';

const readExemptions = (): Promise<Exemption[]> => sendMessage('exemptions');

/** The programs that the person always lets through, and how to take that back. */
export function Exemptions() {
  const exemptions = useLive(readExemptions, onChanged);
  return (
    <section class="card stack tight" aria-labelledby="exemptions">
      <h2 id="exemptions">{i18n.t('options.exemptions')}</h2>
      {!exemptions && <Waiting what={i18n.t('options.exemptions')} />}
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
  );
}
