import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Action } from '@/components/Action.tsx';
import { Days } from '@/components/Days.tsx';
import type { ConnectionView } from '@/utils/flows/views.ts';
import { sendMessage } from '@/utils/messages.ts';
import { placeName, softwareName } from '@/utils/texts/names.ts';
import { ContainerField } from './ContainerField.tsx';

function Row({ view: { connection, remaining } }: { view: ConnectionView }) {
  const [asked, setAsked] = useState(false);
  return (
    <li class="line">
      <span>
        <strong>{connection.name}</strong> <Days remaining={remaining} />
        <br />
        <span class="soft">
          {softwareName(connection)} · {placeName(connection.marketplace, connection.site)}
        </span>
        <ContainerField connection={connection} />
      </span>
      {asked ? (
        <span class="row">
          <span>{i18n.t('options.removeSure', [connection.name])}</span>
          <Action onPress={() => sendMessage('connection/remove', { id: connection.id })}>
            {i18n.t('options.removeYes')}
          </Action>
          <Action kind="plain" onPress={() => setAsked(false)}>
            {i18n.t('common.cancel')}
          </Action>
        </span>
      ) : (
        <Action onPress={() => setAsked(true)}>{i18n.t('options.remove')}</Action>
      )}
    </li>
  );
}

/** The connections, to take one away. */
export function ConnectionRows({ connections }: { connections: ConnectionView[] }) {
  return (
    <section class="card stack tight" aria-labelledby="connections">
      <h2 id="connections">{i18n.t('options.connections')}</h2>
      {connections.length === 0 ? (
        <p class="soft">{i18n.t('options.connectionsNone')}</p>
      ) : (
        <ul>
          {connections.map((view) => (
            <Row key={view.connection.id} view={view} />
          ))}
        </ul>
      )}
    </section>
  );
}
