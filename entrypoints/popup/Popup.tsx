import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { AddConnection } from '@/components/form/AddConnection.tsx';
import { useReread } from '@/components/hooks/live.ts';
import { Reread } from '@/components/hooks/ticks.ts';
import { Action } from '@/components/parts/Action.tsx';
import { Boundary } from '@/components/parts/Boundary.tsx';
import { GearIcon, PlusIcon } from '@/components/parts/icons.tsx';
import { Logo } from '@/components/parts/Logo.tsx';
import { Obstacles } from '@/components/parts/Obstacles.tsx';
import { Waiting } from '@/components/parts/Waiting.tsx';
import type { Connection } from '@/utils/domain/account/connection.ts';
import { conditionOf } from '@/utils/domain/run/finishing.ts';
import { isAlive } from '@/utils/domain/run/run.ts';
import type { Overview } from '@/utils/flows/reading/views.ts';
import { problemOf } from '@/utils/messages/ask.ts';
import { fix } from '@/utils/messages/fix.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { browser } from '@/utils/platform/browser.ts';
import { lookedUp } from '@/utils/platform/store/looks.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';
import { AccountCards } from './account/AccountCards.tsx';
import { ConnectionList } from './due/ConnectionList.tsx';
import { NoteDate } from './due/NoteDate.tsx';
import { Queue, QueueCard } from './due/Queue.tsx';
import { FinishCard } from './renewal/FinishCard.tsx';
import { Paste } from './renewal/Paste.tsx';
import { RunCard } from './renewal/RunCard.tsx';
import { StartRenewal } from './renewal/StartRenewal.tsx';
import { SuggestionCard } from './renewal/SuggestionCard.tsx';
import { Welcome } from './Welcome.tsx';

type Sheet =
  | { kind: 'add' | 'paste' | 'queue' }
  | { kind: 'start'; connection: Connection; queued?: true }
  | { kind: 'date' | 'check'; connection: Connection };

const readOverview = (): Promise<Overview> => sendMessage('overview');

/** A connection that is still there, and not archived. */
async function connectionWith(id: string | null | undefined): Promise<Connection | undefined> {
  if (!id) return undefined;
  const connection = (await sendMessage('connection/history', { id }))?.view.connection;
  return connection?.archivedAt === undefined ? connection : undefined;
}

/**
 * What comes first: the reminder that was pressed (the start of its connection, or all that is due), or the date that
 * the person has gone to look up.
 */
async function firstSheet(): Promise<Sheet | undefined> {
  const asked = new URLSearchParams(location.search);
  const due = await connectionWith(asked.get('start'));
  if (due) return { kind: 'start', connection: due };
  if (asked.has('due')) return { kind: 'queue' };
  const looked = await connectionWith(await lookedUp.connectionId().catch(() => undefined));
  return looked && { kind: 'check', connection: looked };
}

/** The pop-up: what needs the person first, then the connections by urgency. */
export function Popup() {
  const [overview, reread] = useReread(readOverview, onChanged);
  const [sheet, setSheet] = useState<Sheet>();
  const [opened, setOpened] = useState(false);
  const start = (connection: Connection): void => setSheet({ kind: 'start', connection });
  useEffect(() => {
    if (!overview || opened) return;
    let isOld = false;
    // Where that cannot be read, the pop-up begins as it always does.
    const asked = firstSheet().catch(() => undefined);
    void asked.then((first) => {
      // The answer to a second question, which a change has brought about, must not close what the person has opened.
      if (isOld) return;
      setSheet(first);
      setOpened(true);
    });
    return () => {
      isOld = true;
    };
  }, [overview, opened]);
  return (
    <main class="popup" aria-busy={!overview || !opened}>
      <header class="row">
        <Logo size={24} />
        <h1>{i18n.t('popup.title')}</h1>
        <button
          type="button"
          class="plain icon"
          aria-label={i18n.t('popup.settings')}
          onClick={() => void browser.runtime.openOptionsPage()}
        >
          <GearIcon />
        </button>
      </header>
      {!overview || !opened ? (
        <Waiting what={i18n.t('failure.ofPopup')} />
      ) : sheet ? (
        <Boundary of="card" key={sheet.kind}>
          <SheetContent sheet={sheet} overview={overview} open={setSheet} />
        </Boundary>
      ) : (
        <Reread.Provider value={reread}>
          <Home overview={overview} open={setSheet} start={start} />
        </Reread.Provider>
      )}
    </main>
  );
}

interface SheetProps {
  sheet: Sheet;
  overview: Overview;
  open: (sheet: Sheet | undefined) => void;
}

function SheetContent({ sheet, overview, open }: SheetProps) {
  const close = (): void => open(undefined);
  switch (sheet.kind) {
    case 'add':
      return <AddConnection add={(form) => problemOf(sendMessage('connection/add', form))} onClose={close} />;
    case 'paste':
      return <Paste onClose={close} />;
    case 'start':
      return (
        <StartRenewal
          connection={sheet.connection}
          {...(sheet.queued && { queued: sheet.queued })}
          onClose={close}
        />
      );
    case 'queue':
      return (
        <Queue
          queue={overview.queue}
          runs={overview.runs}
          onStart={(connection) => open({ kind: 'start', connection, queued: true })}
          onClose={close}
        />
      );
    case 'date':
      return <NoteDate connection={sheet.connection} onClose={close} />;
    case 'check':
      return <NoteDate looksUp connection={sheet.connection} onClose={close} />;
  }
}

interface HomeProps {
  overview: Overview;
  open: (sheet: Sheet) => void;
  start: (connection: Connection) => void;
}

function Home({ overview, open, start }: HomeProps) {
  const { obstacles, unreadable, runs, suggestions, attention, queue, connections, total } = overview;
  const living = runs.filter(({ run }) => isAlive(run));
  const ended = runs.filter(({ run }) => !isAlive(run) && run.result !== 'wrong-account');
  const renewing = new Set(living.flatMap(({ run }) => run.connectionId ?? []));
  const openQueue = (): void => open({ kind: 'queue' });
  const nothing = total === 0 && runs.length === 0;
  return (
    <div class="stack">
      <Obstacles obstacles={obstacles} unreadable={unreadable} fix={fix} />
      {living.map((view) => (
        <Boundary key={view.run.id} of="card">
          <RunCard view={view} onAgain={start} />
        </Boundary>
      ))}
      <Boundary of="card">
        <AccountCards connections={attention} runs={runs} onRenew={start} />
      </Boundary>
      {attention.map(
        ({ connection }) =>
          conditionOf(connection) === 'to-finish' &&
          !renewing.has(connection.id) && (
            <Boundary key={connection.id} of="card">
              <FinishCard connection={connection} />
            </Boundary>
          ),
      )}
      {ended.map((view) => (
        <Boundary key={view.run.id} of="card">
          <RunCard view={view} onAgain={start} onQueue={openQueue} />
        </Boundary>
      ))}
      {suggestions.map((view) => (
        <Boundary key={view.suggestion.id} of="card">
          <SuggestionCard {...view} />
        </Boundary>
      ))}
      {living.length === 0 && <QueueCard due={queue.due} onOpen={openQueue} />}
      {nothing ? (
        <Welcome onAdd={() => open({ kind: 'add' })} />
      ) : (
        <ConnectionList
          connections={connections}
          total={total}
          renewing={renewing}
          onStart={start}
          onDate={(connection) => open({ kind: 'date', connection })}
          onCheck={(connection) => open({ kind: 'check', connection })}
          onAll={() => void browser.runtime.openOptionsPage()}
        />
      )}
      <footer class="row">
        {!nothing && (
          <Action onPress={() => open({ kind: 'add' })}>
            <PlusIcon size={16} /> {i18n.t('popup.add')}
          </Action>
        )}
        <Action kind="plain" onPress={() => open({ kind: 'paste' })}>
          {i18n.t('popup.paste')}
        </Action>
      </footer>
    </div>
  );
}
