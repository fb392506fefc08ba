import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Action } from '@/components/Action.tsx';
import { Field } from '@/components/Field.tsx';
import { marketplaceById, siteById } from '@/utils/domain/marketplaces/index.ts';
import type { Suggestion } from '@/utils/flows/ports.ts';
import type { ConnectionView } from '@/utils/flows/views.ts';
import { sendMessage } from '@/utils/messages.ts';
import { kindName, softwareName } from '@/utils/texts/names.ts';

/** An answer that belongs to no run: the person may note it, it is never noted by itself. */
export function SuggestionCard(props: { suggestion: Suggestion; connections: ConnectionView[] }) {
  const { suggestion } = props;
  const marketplace = marketplaceById(suggestion.marketplace);
  const region = siteById(marketplace, suggestion.site)?.region;
  const fitting = props.connections
    .map(({ connection }) => connection)
    .filter(
      (connection) => connection.marketplace === suggestion.marketplace && connection.region === region,
    );
  const [chosen, setChosen] = useState(fitting[0]?.id ?? '');
  const settle = (connectionId?: string) => () =>
    sendMessage('suggestion/settle', { id: suggestion.id, connectionId });
  const whom = suggestion.accountId ?? kindName(suggestion.kind);
  return (
    <section class="card warn stack tight" aria-label={i18n.t('suggestion.heading')}>
      <h2>{i18n.t('suggestion.heading')}</h2>
      <p>{i18n.t('suggestion.text', [marketplace.name, whom])}</p>
      {fitting.length > 0 && (
        <Field label={i18n.t('suggestion.choose')}>
          {(control) => (
            <select {...control} value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
              {fitting.map((connection) => (
                <option key={connection.id} value={connection.id}>
                  {connection.name} ({softwareName(connection)})
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <div class="row">
        {fitting.length > 0 && (
          <Action kind="primary" onPress={settle(chosen)}>
            {i18n.t('suggestion.note')}
          </Action>
        )}
        <Action onPress={settle()}>{i18n.t('suggestion.ignore')}</Action>
      </div>
    </section>
  );
}
