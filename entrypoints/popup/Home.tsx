import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { RemindersOff } from '@/components/due/RemindersOff.tsx';
import { Obstacles } from '@/components/failure/Obstacles.tsx';
import { Action } from '@/components/parts/Action.tsx';
import { LinkIcon, ListIcon, PlusIcon } from '@/components/parts/icons.tsx';
import type { Connection, Report } from '@/utils/domain/account/connection.ts';
import { isAlive } from '@/utils/domain/run/run.ts';
import type { Settings } from '@/utils/domain/settings/settings.ts';
import type { Overview } from '@/utils/flows/reading/views.ts';
import { fix } from '@/utils/messages/fix.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { browser } from '@/utils/platform/browser.ts';
import { askToNotify } from '@/utils/platform/surface/notifications.ts';
import { Head } from './Head.tsx';
import { ConnectionList } from './list/ConnectionList.tsx';
import { SEARCH_FROM, search, useRows } from './list/rows.ts';
import { NeedBanner } from './needs/NeedBanner.tsx';
import type { Need } from './needs/needs.ts';
import { connectionWith, type OpenSheet } from './sheets.ts';
import { Welcome } from './Welcome.tsx';

interface HomeProps {
  overview: Overview;
  needs: readonly Need[];
  settings: Settings | undefined;
  open: (sheet: OpenSheet) => void;
}

/** What needs the user in one line, and the connections by urgency. */
export function Home({ overview, needs, settings, open }: HomeProps) {
  const { obstacles, unreadable, runs, queue, total } = overview;
  const [words, setWords] = useState('');
  const rows = useRows(overview);
  const living = runs.filter(({ run }) => isAlive(run));
  const renewing = new Set(living.flatMap(({ run }) => run.connectionId ?? []));
  // Where the data cannot be read, nobody knows that there is nothing.
  const isUnread = obstacles.some(({ kind }) => kind === 'database');
  const nothing = total === 0 && needs.length === 0 && !isUnread;
  const reminders = settings?.reminders;

  /** What has been read of a connection is opened; one that is gone meanwhile goes from the list, too. */
  const withConnection = async (id: string, sheet: (connection: Connection) => OpenSheet): Promise<void> => {
    const connection = await connectionWith(id);
    if (connection) open(sheet(connection));
  };
  const start = (id: string): Promise<void> =>
    withConnection(id, (connection) => ({ kind: 'start', connection }));
  const report = async (id: string, what: Report): Promise<void> => {
    const outcome = await sendMessage('connection/report', { id, what });
    if (outcome.ok) await start(id);
  };

  return (
    <>
      <Head search={total >= SEARCH_FROM ? { words, onInput: setWords } : undefined} />
      <div class="home">
        <Obstacles obstacles={obstacles} unreadable={unreadable} fix={fix} />
        <NeedBanner
          needs={needs}
          due={queue.due}
          onOpen={({ id }) => open({ kind: 'need', id })}
          onQueue={() => open({ kind: 'queue' })}
        />
        {total > 0 && reminders && !reminders.on && (
          <RemindersOff
            ask={askToNotify}
            turn={(on) => sendMessage('reminders/set', { ...reminders, on })}
            onNotNow={
              settings.welcomed ? undefined : () => sendMessage('settings/prefer', { welcomed: true })
            }
          />
        )}
        {nothing ? (
          <Welcome onAdd={() => open({ kind: 'add' })} />
        ) : (
          total > 0 && (
            <ConnectionList
              rows={search(rows, words)}
              renewing={renewing}
              onOpen={(id) => open({ kind: 'detail', id })}
              onStart={(id) => void start(id)}
              onDate={(id) => void withConnection(id, (connection) => ({ kind: 'date', connection }))}
              onCheck={(id) => void withConnection(id, (connection) => ({ kind: 'check', connection }))}
              onStopped={(id) => void report(id, 'stopped-working')}
              onAsked={(id) => void report(id, 'asked-again')}
            />
          )
        )}
      </div>
      <footer>
        {!nothing && (
          <Action kind="plain" onPress={() => open({ kind: 'add' })}>
            <PlusIcon size={16} /> {i18n.t('popup.addShort')}
          </Action>
        )}
        <Action kind="plain" onPress={() => open({ kind: 'paste' })}>
          <LinkIcon size={16} /> {i18n.t('popup.paste')}
        </Action>
        <Action kind="plain" onPress={() => browser.runtime.openOptionsPage()}>
          <ListIcon size={16} /> {i18n.t('popup.overview')}
        </Action>
      </footer>
    </>
  );
}
