import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Banner } from '@/components/design/Banner.tsx';
import { ConnectionMark } from '@/components/design/ConnectionMark.tsx';
import { ListRow } from '@/components/design/ListRow.tsx';
import { Days } from '@/components/due/Days.tsx';
import { Choice } from '@/components/form/Choice.tsx';
import { type SoftwareErrors, SoftwareFields, type SoftwareForm } from '@/components/form/SoftwareFields.tsx';
import { WarningIcon } from '@/components/parts/icons.tsx';
import type { MarketplaceId } from '@/utils/domain/marketplaces/definition/schema.ts';
import type { GuardView } from '@/utils/flows/reading/views.ts';
import { softwareName } from '@/utils/texts/names.ts';

/** The choice that stands for a connection that is not there yet. */
export const NEW = 'new';

type Candidate = Extract<GuardView, { kind: 'choose' }>['candidates'][number];

interface WhichProps {
  marketplace: MarketplaceId;
  candidates: Candidate[];
  awaitedBy: string | undefined;
  chosen: string | undefined;
  onChoose: (chosen: string) => void;
  /** The user went on without having chosen. */
  unchosen: boolean;
  form: SoftwareForm;
  errors: SoftwareErrors;
  onInput: (change: Partial<SoftwareForm>) => void;
  /** Enter was pressed in a field. */
  onEnter: () => unknown;
}

/** Why a connection is offered first. */
function reason({ knowsApp, view }: Candidate, awaitedBy: string | undefined): string | undefined {
  if (view.connection.id === awaitedBy) return i18n.t('guard.awaited');
  return knowsApp ? i18n.t('guard.knowsApp') : undefined;
}

/** For which connection: the one that is meant as a large row, the others one click away; a new one as two fields. */
export function Which(props: WhichProps) {
  const { candidates, awaitedBy, chosen, onChoose, unchosen } = props;
  const [open, setOpen] = useState(chosen === undefined);
  const listId = useId();
  const candidate = candidates.find(({ view }) => view.connection.id === chosen);
  const connection = candidate?.view.connection;
  const change = candidates.length > 0 && (
    <button
      type="button"
      class="plain"
      aria-expanded={open}
      aria-controls={open ? listId : undefined}
      onClick={() => setOpen(!open)}
    >
      {i18n.t('guard.otherConnection')}
    </button>
  );
  const enter = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.isTrusted && !event.repeat && event.target instanceof HTMLInputElement)
      props.onEnter();
  };

  return (
    <section class="stack tight" aria-labelledby="which">
      <h2 id="which" class={connection || candidates.length === 0 ? 'visually-hidden' : undefined}>
        {i18n.t('guard.whichConnection')}
      </h2>
      {connection && (
        <ListRow
          large
          mark={<ConnectionMark connection={connection} size={44} />}
          name={connection.name}
          line={connection.signInName ?? softwareName(connection)}
          end={
            <>
              <Days remaining={candidate.view.remaining} />
              {change}
            </>
          }
        />
      )}
      {unchosen && (
        <p role="alert" class="error-text">
          {i18n.t('guard.pickConnection')}
        </p>
      )}
      {candidates.length > 0 && (open || !connection) && (
        <fieldset class="candidates stack tight" id={listId}>
          <legend class="visually-hidden">{i18n.t('guard.whichConnection')}</legend>
          {candidates.map((each) => (
            <Choice
              key={each.view.connection.id}
              name="connection"
              value={each.view.connection.id}
              chosen={chosen}
              onChoose={onChoose}
            >
              <span class="candidate">
                <ConnectionMark connection={each.view.connection} size={28} />
                <span>
                  <strong>{each.view.connection.name}</strong>{' '}
                  <span class="soft">
                    {[softwareName(each.view.connection), reason(each, awaitedBy)]
                      .filter(Boolean)
                      .join(' – ')}
                  </span>
                </span>
                <Days remaining={each.view.remaining} />
              </span>
            </Choice>
          ))}
          <Choice name="connection" value={NEW} chosen={chosen} onChoose={onChoose}>
            {i18n.t('guard.newConnection')}
          </Choice>
        </fieldset>
      )}
      {candidate?.strange && connection && (
        <Banner tone="bad" icon={WarningIcon}>
          <p role="status">{i18n.t('guard.strangeApp', [connection.name])}</p>
        </Banner>
      )}
      {chosen === NEW && (
        // biome-ignore lint/a11y/noStaticElementInteractions: Enter in a field of it is what Enter on the button is.
        <div class="card fields" onKeyDown={enter}>
          <SoftwareFields
            short
            marketplace={props.marketplace}
            form={props.form}
            errors={props.errors}
            onInput={props.onInput}
          />
        </div>
      )}
    </section>
  );
}
