import { i18n } from '#i18n';
import { Waiting } from '@/components/failure/Waiting.tsx';
import { useLive } from '@/components/hooks/live.ts';
import { Action } from '@/components/parts/Action.tsx';
import type { Removed } from '@/utils/flows/ports/records.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';
import { dayOf } from '@/utils/texts/due/days.ts';
import { placeName, softwareName } from '@/utils/texts/names.ts';

const readRemoved = (): Promise<Removed[]> => sendMessage('connections/removed');

/** Connections that were removed this week, and how to bring them back. */
export function RemovedConnections() {
  const removed = useLive(readRemoved, onChanged);
  if (!removed) return <Waiting what={i18n.t('failure.ofRemoved')} quiet />;
  if (removed.length === 0) return null;
  return (
    <details class="card">
      <summary>{i18n.t('list.bin', removed.length)}</summary>
      <p class="soft">{i18n.t('list.binText')}</p>
      <ul>
        {removed.slice(0, 100).map(({ connection, at }) => (
          <li key={connection.id} class="line">
            <span>
              <strong>{connection.name}</strong>
              <br />
              <span class="soft">
                {softwareName(connection)} · {placeName(connection.marketplace, connection.site)} ·{' '}
                {i18n.t('list.removedOn', [dayOf(at)])}
              </span>
            </span>
            <Action
              label={i18n.t('list.restoreFor', [connection.name])}
              onPress={() => sendMessage('connection/restore', { id: connection.id })}
            >
              {i18n.t('list.restore')}
            </Action>
          </li>
        ))}
      </ul>
      <Action kind="plain" onPress={() => sendMessage('connections/empty')}>
        {i18n.t('list.binEmpty')}
      </Action>
    </details>
  );
}
