import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { RemindersOff } from '@/components/due/RemindersOff.tsx';
import { Waiting } from '@/components/failure/Waiting.tsx';
import { AddConnection } from '@/components/form/AddConnection.tsx';
import { useLive } from '@/components/hooks/live.ts';
import { Action } from '@/components/parts/Action.tsx';
import { Dialog } from '@/components/parts/Dialog.tsx';
import { PlusIcon } from '@/components/parts/icons.tsx';
import { indexed, type Listed, listing, type Wanted } from '@/utils/domain/due/listing.ts';
import type { Settings } from '@/utils/domain/settings/settings.ts';
import { addConnection } from '@/utils/messages/add.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { askToNotify } from '@/utils/platform/surface/notifications.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';
import { locale, placeName, softwareName } from '@/utils/texts/names.ts';
import { ConnectionTable } from './ConnectionTable.tsx';
import { EditConnection } from './EditConnection.tsx';
import { Filters } from './Filters.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { History } from './history/History.tsx';
import { RemovedConnections } from './RemovedConnections.tsx';
import { Summary } from './Summary.tsx';
import { type Done, Undo } from './Undo.tsx';

interface Read {
  all: Listed[];
  /** Undefined where the database refuses them. */
  settings: Settings | undefined;
}

/** In one: what came later would push away what the person is about to press. */
async function readList(): Promise<Read> {
  const settings = sendMessage('settings').catch(() => undefined);
  return { all: await sendMessage('dashboard/list'), settings: await settings };
}

/** What was last wanted of the list: it is as it was when the person comes back from a connection. */
let lastWanted: Wanted = { search: '', by: 'end', descending: false };
let lastScroll = 0;

/** The list, and above it what it can be narrowed by. */
function List() {
  const { all, settings } = useLive(readList, onChanged) ?? {};
  const [wanted, setWanted] = useState(lastWanted);
  const [editing, setEditing] = useState<string>();
  const [adding, setAdding] = useState(false);
  const [done, setDone] = useState<{ what: Done; nth: number }>();
  const rows = useMemo(
    () =>
      all &&
      indexed(all, (row) => ({
        software: softwareName(row),
        place: placeName(row.marketplace, row.site),
      })),
    [all],
  );
  const shown = useMemo(() => {
    const { compare } = new Intl.Collator(locale(), { numeric: true });
    return rows && listing(rows, wanted, compare);
  }, [rows, wanted]);
  const choose = (change: Partial<Wanted>): void => {
    lastWanted = { ...wanted, ...change };
    setWanted(lastWanted);
  };
  const there = shown !== undefined;
  useLayoutEffect(() => {
    if (!there) return;
    scrollTo(0, lastScroll);
    return () => {
      lastScroll = scrollY;
    };
  }, [there]);
  if (!all || !shown) return <Waiting what={i18n.t('dashboard.connections')} />;
  return (
    <>
      {settings && all.length === 0 && !settings.welcomed && (
        <FirstSteps reminders={settings.reminders} added={false} onAdd={() => setAdding(true)} />
      )}
      {settings && all.length > 0 && !settings.reminders.on && (
        <RemindersOff
          ask={askToNotify}
          turn={(on) => sendMessage('reminders/set', { ...settings.reminders, on })}
          onNotNow={settings.welcomed ? undefined : () => sendMessage('settings/prefer', { welcomed: true })}
        />
      )}
      <div class="row spread">
        {all.length > 0 && (
          <Summary all={all} chosen={wanted.state} onChoose={(state) => choose({ state })} />
        )}
        <Action kind="primary" onPress={() => setAdding(true)}>
          <PlusIcon size={16} /> {i18n.t('popup.add')}
        </Action>
      </div>
      {all.length === 0 ? (
        <p class="soft">{i18n.t('list.empty')}</p>
      ) : (
        <>
          <Filters all={all} wanted={wanted} choose={choose} />
          <p class="soft" role="status">
            {i18n.t('list.count', shown.length, [
              shown.length.toLocaleString(locale()),
              all.length.toLocaleString(locale()),
            ])}
          </p>
          {shown.length > 0 && (
            <ConnectionTable
              rows={shown}
              wanted={wanted}
              choose={choose}
              onEdit={setEditing}
              onDone={(what) => setDone((before) => ({ what, nth: (before?.nth ?? 0) + 1 }))}
            />
          )}
        </>
      )}
      <RemovedConnections />
      {done && <Undo key={done.nth} done={done.what} onClose={() => setDone(undefined)} />}
      {adding && (
        <Dialog onClose={() => setAdding(false)}>
          <AddConnection add={addConnection} onClose={() => setAdding(false)} />
        </Dialog>
      )}
      {editing !== undefined && <EditConnection id={editing} onClose={() => setEditing(undefined)} />}
    </>
  );
}

/** All connections: to find, to sort and to change; or one of them with its history. */
export function Connections({ detail }: { detail: string | undefined }) {
  return detail === undefined ? <List /> : <History key={detail} id={detail} />;
}
