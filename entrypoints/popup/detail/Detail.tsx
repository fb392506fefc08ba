import type { ComponentChildren } from 'preact';
import { useCallback } from 'preact/hooks';
import { i18n } from '#i18n';
import { ConnectionMark } from '@/components/design/ConnectionMark.tsx';
import { Disclosure } from '@/components/design/Disclosure.tsx';
import { ListRow } from '@/components/design/ListRow.tsx';
import { Sheet } from '@/components/design/Sheet.tsx';
import { Condition } from '@/components/due/Condition.tsx';
import { ConnectionReminders } from '@/components/due/ConnectionReminders.tsx';
import { Days } from '@/components/due/Days.tsx';
import { RemindersOff } from '@/components/due/RemindersOff.tsx';
import { Obstacles } from '@/components/failure/Obstacles.tsx';
import { Waiting } from '@/components/failure/Waiting.tsx';
import { useLive } from '@/components/hooks/live.ts';
import { Action } from '@/components/parts/Action.tsx';
import type { Connection } from '@/utils/domain/account/connection.ts';
import type { Obstacle } from '@/utils/domain/session/obstacle.ts';
import type { ReminderSettings } from '@/utils/domain/settings/settings.ts';
import type { ConnectionHistory } from '@/utils/flows/reading/views.ts';
import { fix } from '@/utils/messages/fix.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { askToNotify } from '@/utils/platform/surface/notifications.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';
import { accountName } from '@/utils/texts/accounts.ts';
import { basisText, dateText, dayOf } from '@/utils/texts/due/days.ts';
import { today } from '@/utils/texts/due/zone.ts';
import { placeName, softwareName } from '@/utils/texts/names.ts';
import { Dates } from '../due/Dates.tsx';
import { RenewedToday } from '../due/NoteDate.tsx';
import { Reports } from '../due/Reports.tsx';

/** Whether and how this connection's reminders differ from the others'; undefined where they do not. */
function remindersNote({ muted, snoozedUntil }: Connection): string | undefined {
  if (muted) return i18n.t('reminder.muted');
  if (snoozedUntil === undefined || snoozedUntil <= today().toString()) return undefined;
  return i18n.t('reminder.snoozed', [dateText({ basis: 'entered', date: snoozedUntil })]);
}

/** What is known of its date and its account. */
function Facts({ history: { view } }: { history: ConnectionHistory }) {
  const { connection, remaining } = view;
  const account = accountName(connection.account);
  return (
    <dl class="facts">
      <dt>{i18n.t('list.end')}</dt>
      <dd>{remaining ? <Dates view={view} /> : i18n.t('days.none')}</dd>
      {remaining && (
        <>
          <dt>{i18n.t('detail.known')}</dt>
          <dd>{basisText(remaining.expiry)}</dd>
          <dt>{i18n.t(remaining.expiry.basis === 'entered' ? 'detail.noted' : 'detail.renewed')}</dt>
          <dd>{dayOf(remaining.since)}</dd>
        </>
      )}
      {account && (
        <>
          <dt>{i18n.t('history.account')}</dt>
          <dd>{account}</dd>
        </>
      )}
      {connection.container && (
        <>
          <dt>{i18n.t('detail.container')}</dt>
          <dd>{i18n.t(connection.container.linked ? 'detail.containerOwn' : 'detail.containerKept')}</dd>
        </>
      )}
    </dl>
  );
}

interface DetailProps {
  id: string;
  /** How all connections are reminded of; undefined until it is known. */
  reminders: ReminderSettings | undefined;
  /** A renewal of it is under way. */
  renewing: boolean;
  /** What keeps us from working; of these, what concerns its marketplace alone is said. */
  obstacles: readonly Obstacle[];
  /** What of it needs the seller, in a line. */
  need: ComponentChildren;
  onStart: (connection: Connection) => void;
  onDate: (connection: Connection) => void;
  onCheck: (connection: Connection) => void;
  onBack: () => void;
}

/** All about a connection, and all that can be done with it. */
export function Detail(props: DetailProps) {
  const { id, reminders, renewing, obstacles, need, onStart, onDate, onCheck, onBack } = props;
  const read = useCallback(
    async () => (await sendMessage('connection/history', { id })) ?? ('gone' as const),
    [id],
  );
  const history = useLive(read, onChanged);
  if (!history) return <Waiting what={i18n.t('history.heading')} />;
  if (history === 'gone') {
    return (
      <Sheet heading={i18n.t('detail.heading')} onBack={onBack}>
        <p>{i18n.t('history.gone')}</p>
      </Sheet>
    );
  }
  const { connection, remaining } = history.view;
  const note = remindersNote(connection);
  return (
    <Sheet
      heading={connection.name}
      onBack={onBack}
      foot={
        renewing ? (
          <p class="soft">{i18n.t('queue.running')}</p>
        ) : (
          <Action
            kind="primary"
            large
            label={i18n.t('popup.startFor', [connection.name])}
            onPress={() => onStart(connection)}
          >
            {i18n.t('popup.start')}
          </Action>
        )
      }
    >
      <ListRow
        large
        mark={<ConnectionMark connection={connection} size={44} />}
        name={softwareName(connection)}
        line={[placeName(connection.marketplace, connection.site), connection.signInName]
          .filter(Boolean)
          .join(' · ')}
        end={<Days remaining={remaining} />}
      />
      {need}
      <Obstacles
        obstacles={obstacles.filter(
          (each) => each.kind === 'unwatched' && each.marketplace === connection.marketplace,
        )}
        fix={fix}
      />
      <Condition connection={connection} />
      {note && <p class="soft">{note}</p>}
      <Facts history={history} />
      <Disclosure label={i18n.t('private.elsewhere')} open>
        <div class="row">
          <RenewedToday connection={connection} />
          <Action onPress={() => onDate(connection)}>{i18n.t('private.otherDate')}</Action>
        </div>
      </Disclosure>
      <Disclosure label={i18n.t('report.fold')} open={connection.reported !== undefined}>
        <Reports connection={connection} onStart={renewing ? undefined : onStart} onCheck={onCheck} />
      </Disclosure>
      <Disclosure label={i18n.t('reminder.heading')}>
        {reminders && (
          <>
            {!reminders.on && (
              <RemindersOff
                ask={askToNotify}
                turn={(on) => sendMessage('reminders/set', { ...reminders, on })}
              />
            )}
            <ConnectionReminders
              connection={connection}
              settings={reminders}
              onChange={(reminding) => sendMessage('connection/remind', { id, reminding })}
            />
          </>
        )}
      </Disclosure>
      <p>
        <a href={`/options.html#connections/${encodeURIComponent(id)}`} target="_blank" rel="noreferrer">
          {i18n.t('detail.history')}
        </a>
      </p>
    </Sheet>
  );
}
