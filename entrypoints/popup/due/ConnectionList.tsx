import { i18n } from '#i18n';
import { Condition } from '@/components/due/Condition.tsx';
import { ConnectionReminders } from '@/components/due/ConnectionReminders.tsx';
import { Days } from '@/components/due/Days.tsx';
import { useLive } from '@/components/hooks/live.ts';
import { Action } from '@/components/parts/Action.tsx';
import { Boundary } from '@/components/parts/Boundary.tsx';
import type { Connection } from '@/utils/domain/account/connection.ts';
import type { Reminding } from '@/utils/domain/due/reminding.ts';
import type { ReminderSettings } from '@/utils/domain/settings/settings.ts';
import type { ConnectionView } from '@/utils/flows/reading/views.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';
import { dateText } from '@/utils/texts/due/days.ts';
import { today } from '@/utils/texts/due/zone.ts';
import { placeName, softwareName } from '@/utils/texts/names.ts';
import { Dates } from './Dates.tsx';
import { RenewedToday } from './NoteDate.tsx';
import { Reports } from './Reports.tsx';

/** Whether and how this connection's reminders differ from the others'; undefined where they do not. */
function remindersNote({ muted, snoozedUntil }: Connection): string | undefined {
  if (muted) return i18n.t('reminder.muted');
  const day = today().toString();
  if (snoozedUntil === undefined || snoozedUntil <= day) return undefined;
  return i18n.t('reminder.snoozed', [dateText({ basis: 'entered', date: snoozedUntil })]);
}

interface RowProps {
  view: ConnectionView;
  /** How all connections are reminded of; undefined until it is known. */
  reminders: ReminderSettings | undefined;
  /** Absent while a renewal of it is under way. */
  onStart: ((connection: Connection) => void) | undefined;
  onDate: (connection: Connection) => void;
  onCheck: (connection: Connection) => void;
}

function Row({ view, reminders, onStart, onDate, onCheck }: RowProps) {
  const { connection, remaining, urgency } = view;
  const due = connection.reported !== undefined || (urgency !== 'calm' && !connection.muted);
  const note = remindersNote(connection);
  const remind = (reminding: Reminding) => sendMessage('connection/remind', { id: connection.id, reminding });
  return (
    <li class="card connection">
      <div class="row spread">
        <h3>{connection.name}</h3>
        <Days remaining={remaining} />
      </div>
      <p class="soft">
        {softwareName(connection)} · {placeName(connection.marketplace, connection.site)}
      </p>
      {note && <p class="soft">{note}</p>}
      <div class="row spread">
        <Dates view={view} />
        {onStart && (
          <Action
            {...(due && { kind: 'primary' as const })}
            label={i18n.t('popup.startFor', [connection.name])}
            onPress={() => onStart(connection)}
          >
            {i18n.t('popup.start')}
          </Action>
        )}
      </div>
      <Condition connection={connection} />
      <details>
        <summary>{i18n.t('private.elsewhere')}</summary>
        <div class="row">
          <RenewedToday connection={connection} />
          <Action kind="plain" onPress={() => onDate(connection)}>
            {i18n.t('private.otherDate')}
          </Action>
        </div>
      </details>
      <details>
        <summary>{i18n.t('reminder.heading')}</summary>
        {reminders && <ConnectionReminders connection={connection} settings={reminders} onChange={remind} />}
      </details>
      <details>
        <summary>{i18n.t('report.fold')}</summary>
        <Reports connection={connection} onStart={onStart} onCheck={onCheck} />
      </details>
    </li>
  );
}

const readSettings = () => sendMessage('settings');

/** The connections that come first. */
export function ConnectionList(props: {
  connections: ConnectionView[];
  /** How many there are. */
  total: number;
  /** Ids of connections whose renewal is under way. */
  renewing: ReadonlySet<string>;
  onStart: (connection: Connection) => void;
  onDate: (connection: Connection) => void;
  onCheck: (connection: Connection) => void;
  /** Opens the list that has them all. */
  onAll: () => void;
}) {
  const settings = useLive(readSettings, onChanged);
  return (
    <section class="stack tight" aria-labelledby="connections">
      <h2 id="connections">{i18n.t('popup.connections')}</h2>
      <ul class="stack tight">
        {props.connections.map((view) => (
          <Boundary key={view.connection.id} of="card">
            <Row
              view={view}
              reminders={settings?.reminders}
              onStart={props.renewing.has(view.connection.id) ? undefined : props.onStart}
              onDate={props.onDate}
              onCheck={props.onCheck}
            />
          </Boundary>
        ))}
      </ul>
      {props.total > props.connections.length && (
        <Action kind="plain" onPress={props.onAll}>
          {i18n.t('popup.all', props.total)}
        </Action>
      )}
    </section>
  );
}
