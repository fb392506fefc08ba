import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Banner } from '@/components/design/Banner.tsx';
import { ConnectionMark } from '@/components/design/ConnectionMark.tsx';
import { Condition } from '@/components/due/Condition.tsx';
import { ConnectionReminders } from '@/components/due/ConnectionReminders.tsx';
import { Days } from '@/components/due/Days.tsx';
import { DaysBar } from '@/components/due/DaysBar.tsx';
import { useLive } from '@/components/hooks/live.ts';
import { Action } from '@/components/parts/Action.tsx';
import { LockIcon, PersonIcon, WarningIcon } from '@/components/parts/icons.tsx';
import { chronicleOf } from '@/utils/domain/run/chronicle.ts';
import type { ConnectionHistory } from '@/utils/flows/reading/views.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';
import { basisText, dateText, dayOf } from '@/utils/texts/due/days.ts';
import { today } from '@/utils/texts/due/zone.ts';
import { placeName, softwareName } from '@/utils/texts/names.ts';
import { EditConnection } from '../EditConnection.tsx';
import { ContainerField } from './ContainerField.tsx';
import { EventCard } from './EventCard.tsx';
import { OwnSteps } from './OwnSteps.tsx';
import './history.css';
import { Boundary } from '@/components/failure/Boundary.tsx';
import { Waiting } from '@/components/failure/Waiting.tsx';
import { detailLink, linkTo, monthLink, needLink } from '../../links.ts';
import { Renew } from '../Renew.tsx';

/** What is known of a connection, before its history. */
function Facts({ history: { view, decided } }: { history: ConnectionHistory }) {
  const { connection, remaining } = view;
  const { account, signInName, note } = connection;
  const shown = [account.label, account.user].filter((each) => each !== undefined);
  return (
    <section class="card stack">
      <p class="soft">
        {softwareName(connection)} · {placeName(connection.marketplace, connection.site)}
      </p>
      <div class="stack tight">
        <div class="row">
          <Days remaining={remaining} />
          {remaining && (
            <span class="soft">
              {i18n.t('days.until', [dateText(remaining.expiry)])} ({basisText(remaining.expiry)})
            </span>
          )}
        </div>
        <DaysBar remaining={remaining} />
        <Condition connection={connection} />
      </div>
      {decided && (
        <p class="row">
          <LockIcon size={16} /> <span>{i18n.t('managed.preset')}</span>
        </p>
      )}
      <dl class="known">
        <dt>{i18n.t('history.account')}</dt>
        <dd>
          {account.id !== undefined && <span class="mono">{account.id}</span>} {shown.join(' · ')}
          {account.id === undefined && shown.length === 0 && i18n.t('history.accountNone')}
        </dd>
        {signInName !== undefined && (
          <>
            <dt>{i18n.t('history.signIn')}</dt>
            <dd>{signInName}</dd>
          </>
        )}
        {note !== undefined && (
          <>
            <dt>{i18n.t('history.note')}</dt>
            <dd class="note">{note}</dd>
          </>
        )}
        <dt>{i18n.t('history.since')}</dt>
        <dd>{dayOf(connection.createdAt)}</dd>
      </dl>
    </section>
  );
}

/** A wrong account or one to confirm: said here, too, and one click away from its mending. */
function AccountNeeds({ view: { connection, quarantined, unconfirmed } }: Pick<ConnectionHistory, 'view'>) {
  if (!quarantined && !unconfirmed) return null;
  return (
    <Banner
      tone={quarantined ? 'bad' : 'todo'}
      icon={quarantined ? WarningIcon : PersonIcon}
      alert={quarantined !== undefined}
      action={
        <a class="button primary" href={needLink(connection.id)} target="_blank" rel="noreferrer">
          {i18n.t('needs.open')}
        </a>
      }
    >
      {i18n.t(quarantined ? 'account.wrongHeading' : 'account.confirmHeading')}
    </Banner>
  );
}

/** One connection: what is known of it, how it is reminded of, and all that happened to it. */
export function History({ id }: { id: string }) {
  const read = useCallback(async () => {
    const settings = sendMessage('settings').catch(() => undefined);
    const found = await sendMessage('connection/history', { id });
    return { history: found ?? ('gone' as const), settings: await settings };
  }, [id]);
  const { history, settings } = useLive(read, onChanged) ?? {};
  const [editing, setEditing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const there = history !== undefined;
  useEffect(() => {
    if (!there) return;
    scrollTo(0, 0);
    heading.current?.focus();
  }, [there]);

  const back = <a href={linkTo('connections')}>← {i18n.t('history.back')}</a>;
  if (!history) return <Waiting what={i18n.t('history.heading')} />;
  if (history === 'gone') {
    return (
      <>
        {back}
        <p>{i18n.t('history.gone')}</p>
      </>
    );
  }
  const { connection } = history.view;
  const events = chronicleOf(history.grants, history.runs);
  return (
    <>
      {back}
      <div class="row">
        <ConnectionMark connection={connection} size={36} />
        <h2 class="title" tabIndex={-1} ref={heading}>
          {connection.name}
        </h2>
        {connection.archivedAt === undefined && <Renew id={id} name={connection.name} due />}
        {connection.archivedAt === undefined && (
          <a class="button" href={detailLink(id)} target="_blank" rel="noreferrer">
            {i18n.t('detail.act')}
          </a>
        )}
        <Action onPress={() => setEditing(true)}>{i18n.t('history.edit')}</Action>
      </div>
      <AccountNeeds view={history.view} />
      <Facts history={history} />
      <section class="stack" aria-labelledby="happened">
        <div class="row spread">
          <h2 id="happened">{i18n.t('history.heading')}</h2>
          {history.grants.length > 0 && (
            <a href={monthLink(today().toPlainYearMonth(), id)}>{i18n.t('proof.monthly')}</a>
          )}
        </div>
        {events.length === 0 && <p class="soft">{i18n.t('history.none')}</p>}
        <ol class="stack">
          {events.map((event) => (
            <Boundary key={event.run?.id ?? event.grants[0]?.grant.id} of="card">
              <EventCard event={event} connection={connection} />
            </Boundary>
          ))}
        </ol>
      </section>
      <section class="card stack" aria-labelledby="reminded">
        <h2 id="reminded">{i18n.t('history.reminders')}</h2>
        {settings && (
          <ConnectionReminders
            connection={connection}
            settings={settings.reminders}
            onChange={(reminding) => sendMessage('connection/remind', { id, reminding })}
          />
        )}
      </section>
      {connection.integration === 'other' && <OwnSteps connection={connection} />}
      <ContainerField connection={connection} />
      {editing && <EditConnection id={id} onClose={() => setEditing(false)} />}
    </>
  );
}
