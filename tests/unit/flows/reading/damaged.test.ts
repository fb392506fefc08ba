import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBackupStore } from '@/utils/db/backup.ts';
import { Database } from '@/utils/db/database.ts';
import { createReplica } from '@/utils/db/replica.ts';
import {
  createConnections,
  createExemptions,
  createGrants,
  createLedger,
  createReminded,
  createSettings,
  createSuggestions,
} from '@/utils/db/repositories.ts';
import { standingRow } from '@/utils/db/standing-row.ts';
import { createUnreadable } from '@/utils/db/unreadable.ts';
import { createUpcoming } from '@/utils/db/upcoming.ts';
import { createApp } from '@/utils/flows/app.ts';
import { diagnostics } from '@/utils/flows/data/diagnostics.ts';
import { durableLedger } from '@/utils/flows/engine/durable-ledger.ts';
import { chooseView } from '@/utils/flows/guard/choices.ts';
import type { Ports } from '@/utils/flows/ports/ports.ts';
import { overview } from '@/utils/flows/reading/overview.ts';
import { damaged } from '../../../fakes/damage.ts';
import { createPorts } from '../../../fakes/ports.ts';
import {
  enteredGrant,
  fullConnection,
  fullExemption,
  fullGrant,
  fullRun,
  fullSettings,
  fullSuggestion,
  NOW,
  otherGrant,
  plainConnection,
} from '../../../fakes/rows.ts';
import { World } from '../../../fakes/world.ts';

const ROUNDS = Number(process.env.GRANTKEEPER_ROUNDS ?? (process.env.GRANTKEEPER_NIGHTLY ? 1000 : 150));

let db: Database;

beforeEach(() => {
  db = new Database('damaged');
});

afterEach(async () => {
  db.close();
  await Dexie.delete('damaged');
});

/** The flows over the real tables. */
function portsOver(database: Database): Ports {
  const world = new World();
  world.now = NOW;
  const ports = createPorts(world);
  const none = { all: async () => [], put: async () => undefined, remove: async () => undefined };
  return {
    ...ports,
    connections: createConnections(database),
    grants: createGrants(database),
    ledger: durableLedger(createLedger(database), none, ports.health),
    suggestions: createSuggestions(database),
    exemptions: createExemptions(database),
    settings: createSettings(database),
    reminded: createReminded(database),
    upcoming: createUpcoming(database),
    backup: createBackupStore(database),
    replica: createReplica(database),
    unreadable: createUnreadable(database),
  };
}

/** Two connections with all that belongs to them. */
async function plantSound(): Promise<void> {
  await db.connections.bulkPut([plainConnection('one'), plainConnection('two')]);
  const grants = [fullGrant('g1', 'one'), enteredGrant('g2', 'two')];
  await db.grants.bulkPut(grants);
  await db.standings.bulkPut(grants.map((grant) => standingRow(grant.connectionId, [grant])));
  await db.runs.bulkPut([{ ...fullRun('r1', 'one'), open: 1 }]);
  await db.suggestions.put(fullSuggestion('s1'));
  await db.exemptions.put(fullExemption('e1'));
  await db.settings.put(fullSettings());
}

const standings = [
  standingRow('bad', [fullGrant('b', 'bad')]),
  standingRow('bad', [otherGrant('b', 'bad'), enteredGrant('b2', 'bad')]),
];

/** A damaged row of any table, beside sound ones. */
const row = fc.oneof(
  damaged([fullConnection('bad'), plainConnection('bad')], 'id').map((bad) => ['connections', bad] as const),
  damaged([fullGrant('bad', 'one'), enteredGrant('bad', 'two'), otherGrant('bad', 'one')], 'id').map(
    (bad) => ['grants', bad] as const,
  ),
  damaged([{ ...fullRun('bad', 'one'), open: 1 }], 'id').map((bad) => ['runs', bad] as const),
  damaged([fullSuggestion('bad')], 'id').map((bad) => ['suggestions', bad] as const),
  damaged([fullExemption('bad')], 'id').map((bad) => ['exemptions', bad] as const),
  damaged([fullSettings()], 'id').map((bad) => ['settings', bad] as const),
  damaged(standings, 'connectionId').map((bad) => ['standings', bad] as const),
  damaged(
    [{ connectionId: 'one', at: NOW, day: '2026-11-20', asks: 'reported', newest: 1, own: 1 }],
    'connectionId',
  ).map((bad) => ['upcoming', bad] as const),
  damaged([{ connectionId: 'one', grantId: 'g1', rung: 7, at: NOW, pending: true }], 'connectionId').map(
    (bad) => ['reminded', bad] as const,
  ),
  damaged([{ id: 'bad', connection: plainConnection('bad'), grants: [], runs: [], at: NOW }], 'id').map(
    (bad) => ['bin', bad] as const,
  ),
  damaged([{ id: 'one', life: 0, registers: { name: { value: 'x', n: 1, by: 'm' } } }], 'id').map(
    (bad) => ['stamps', bad] as const,
  ),
);

it('leaves guard, pop-up, badge and dashboard with all the others, whatever one row holds', async () => {
  await fc.assert(
    fc.asyncProperty(row, async ([table, bad]) => {
      await Promise.all(db.tables.map((each) => each.clear()));
      await plantSound();
      await db.table(table).put(bad);
      const ports = portsOver(db);
      const app = createApp(ports);
      await app.wake();

      const shown = await overview(ports);
      expect(shown.obstacles).not.toContainEqual(expect.objectContaining({ kind: 'database' }));
      const popup = shown.connections.map(({ connection }) => connection.id);
      expect(popup).toEqual(expect.arrayContaining(['one', 'two']));

      const list = await app.dashboard.list();
      expect(list.map(({ id }) => id)).toEqual(expect.arrayContaining(['one', 'two']));
      for (const { id } of list) expect(await app.dashboard.history(id)).toBeDefined();
      await app.dashboard.removed();

      const guard = await chooseView(
        ports,
        {
          url: 'https://x.example/',
          marketplace: 'amazon',
          site: 'de',
          region: 'EU',
          ask: { kind: 'amazon', app: 'amzn1.sp.solution.1' },
        } as Parameters<typeof chooseView>[1],
        '0',
        undefined,
      );
      expect(guard.candidates.map(({ view }) => view.connection.id)).toEqual(
        expect.arrayContaining(['one', 'two']),
      );

      await app.reminders.look();
      await diagnostics(ports);
      expect(await ports.health.databaseFailure()).toBeUndefined();

      // What was left out is listed, and can be taken away.
      const listed = await ports.unreadable.all();
      for (const { table: from, key } of listed) await ports.unreadable.remove(from, key);
      expect(await ports.unreadable.all()).toEqual([]);
      expect((await ports.connections.all()).map(({ id }) => id)).toEqual(
        expect.arrayContaining(['one', 'two']),
      );
    }),
    { numRuns: ROUNDS },
  );
}, 60_000);

it('counts a damaged connection and lists it as it is stored', async () => {
  await plantSound();
  await db.connections.put({ ...plainConnection('bad'), account: null } as never);
  await db.grants.put(fullGrant('g3', 'bad'));
  const ports = portsOver(db);
  expect((await overview(ports)).unreadable).toBe(1);
  const [listed, ...others] = await ports.unreadable.all();
  expect(others).toEqual([]);
  expect(listed).toMatchObject({ table: 'connections', key: 'bad', name: 'Shop bad' });
  expect(JSON.parse(listed?.raw ?? '')).toMatchObject({ id: 'bad', account: null });
  await ports.unreadable.remove('connections', 'bad');
  expect((await overview(ports)).unreadable).toBeUndefined();
  expect(await db.grants.get('g3')).toBeUndefined();
});

it('does not remove a row that can be read', async () => {
  await plantSound();
  await createUnreadable(db).remove('connections', 'one');
  expect(await db.connections.get('one')).toBeDefined();
});

it('counts a damaged standing from the grants again', async () => {
  await plantSound();
  await db.standings.put({ connectionId: 'one', grants: 'none' } as never);
  const { connections, unreadable } = await overview(portsOver(db));
  expect(connections.find(({ connection }) => connection.id === 'one')?.remaining?.days).toBe(5);
  expect(unreadable).toBeUndefined();
});

it('takes no damaged connection for a removed one, and does not write over it', async () => {
  await plantSound();
  await db.connections.put({ ...plainConnection('bad'), apps: {} } as never);
  await db.stamps.put({ id: 'bad', life: 0, registers: {} });
  const seen: string[] = [];
  await createReplica(db).merge(({ connections, items }) => {
    seen.push(...connections.map(({ id }) => id), ...items.map(({ id }) => id));
    return { put: [plainConnection('bad')], remove: [], ends: [], items: [...items] };
  }, NOW);
  expect(seen).toEqual(['one', 'two']);
  expect((await db.connections.get('bad'))?.apps).toEqual({});
  expect(await db.stamps.get('bad')).toBeDefined();
});

it('opens a database of version 1 whose grants are damaged', async () => {
  const old = new Dexie('damaged');
  old.version(1).stores({
    connections: 'id',
    grants: 'id, connectionId',
    runs: 'id, connectionId, open',
    suggestions: 'id',
    exemptions: 'id',
  });
  await old.table('connections').put(plainConnection('one'));
  await old.table('grants').bulkPut([fullGrant('g1', 'one'), { id: 'bad', connectionId: 'one', expiry: 3 }]);
  old.close();
  const { connections } = await overview(portsOver(db));
  expect(connections[0]?.remaining?.days).toBe(5);
});
