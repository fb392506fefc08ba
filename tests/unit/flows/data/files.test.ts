import { describe, expect, it } from 'vitest';
import { readFile, writeFile } from '@/utils/domain/data/file.ts';
import type { BackupTable, ImportPart } from '@/utils/domain/data/import-part.ts';
import { type Content, nothing, TABLES } from '@/utils/domain/data/schema.ts';
import type { App } from '@/utils/flows/app.ts';
import { diagnostics } from '@/utils/flows/data/diagnostics.ts';
import { createPorts } from '../../../fakes/ports.ts';
import { World } from '../../../fakes/world.ts';
import { connection, filled, grant, NOW } from '../../domain/data/examples.ts';
import { worker } from '../journey.ts';
import { survive } from '../survive.ts';

const OFFER = 'offer-1';

async function exported({ files }: App): Promise<Content> {
  const content = nothing() as unknown as Record<BackupTable, unknown>;
  for (const table of TABLES) content[table] = (await files.page(table))?.rows;
  [content.settings] = (await files.page('settings'))?.rows ?? [];
  return content as unknown as Content;
}

function offer({ files }: App, content: Content, name = OFFER): void {
  const parts: Pick<ImportPart, 'table' | 'rows'>[] = TABLES.map((table) => ({
    table,
    rows: content[table],
  }));
  if (content.settings) parts.push({ table: 'settings', rows: [content.settings] });
  for (const [part, rows] of parts.entries()) files.offer({ offer: name, part, ...rows });
}

describe('everything', () => {
  it('goes out, is wiped, comes in, and is equal', async () => {
    const before = new World();
    const first = await worker(before);
    offer(first, filled());
    expect(await first.files.take(OFFER, ['e1'])).toEqual({ ok: true });
    const text = writeFile(await exported(first), NOW, '0.1.0');

    const after = new World();
    const second = await worker(after);
    const read = readFile(text);
    if (!read.ok) throw new Error('not read');
    offer(second, read.content);
    expect(await second.files.take(OFFER, ['e1'])).toEqual({ ok: true });
    expect(after.connections).toEqual(before.connections);
    expect(after.grants).toEqual(before.grants);
    expect(after.ledger).toEqual(before.ledger);
    expect(after.exemptions).toEqual(before.exemptions);
    expect(after.settings).toEqual(before.settings);
    expect(await exported(second)).toEqual(filled());
  });

  it('counts what no file can bring back', async () => {
    const world = new World();
    world.connections.set('c1', { ...connection('c1'), name: '' });
    world.connections.set('c2', connection('c2'));
    const { files } = await worker(world);
    expect(await files.page('connections')).toEqual({ rows: [connection('c2')], lost: 1 });
  });
});

describe('where the organisation lets nobody save copies', () => {
  const NOT_ALLOWED = { allowExport: false };

  it('nothing goes out, whoever asks; how the program stands may still be copied', async () => {
    const world = new World();
    const app = await worker(world);
    offer(app, filled());
    await app.files.take(OFFER, ['e1']);
    world.policy = NOT_ALLOWED;
    for (const table of [...TABLES, 'settings'] as const) {
      expect(await app.files.page(table)).toBeUndefined();
    }
    expect(await diagnostics(createPorts(world))).toMatchObject({ connections: 2 });
    world.policy = { allowExport: true };
    expect(await exported(app)).toEqual(filled());
  });

  it('a table is still compared with what is kept', async () => {
    const world = new World();
    world.policy = NOT_ALLOWED;
    world.connections.set('c1', connection('c1'));
    const { files } = await worker(world);
    const text = 'marketplace,site,software,account,note\namazon,de,microtech,Shop c1,Ring first\n';
    expect(await files.offerTable(OFFER, text)).toEqual([]);
    expect(await files.preview(OFFER)).toMatchObject({ counts: { connections: { added: 0, changed: 1 } } });
    expect(await files.take(OFFER, ['e1'])).toEqual({ ok: true });
    expect([...world.connections.values()]).toMatchObject([{ id: 'c1', note: 'Ring first' }]);
  });

  it('a database that refuses is no way around it, and none in the way where saving is allowed', async () => {
    const world = new World();
    world.connections.set('c1', connection('c1'));
    const { files } = await worker(world);
    world.databaseDead = true;
    expect(await files.page('connections')).toMatchObject({ rows: [{ id: 'c1' }], lost: 0 });
    world.policy = NOT_ALLOWED;
    expect(await files.page('connections')).toBeUndefined();
  });
});

describe('an import', () => {
  it('of a table with faults tells them, and takes no part of it', async () => {
    const world = new World();
    const { files } = await worker(world);
    const faults = await files.offerTable(OFFER, 'marketplace,site,software,account\netsy,de,X,A\n');
    expect(faults).toMatchObject([{ code: 'unknown-value', line: 2, path: 'marketplace' }]);
    expect(await files.preview(OFFER)).toBeUndefined();
    expect(world.connections.size).toBe(0);
  });

  it('is looked at without changing anything', async () => {
    const world = new World();
    const app = await worker(world);
    offer(app, filled());
    expect(await app.files.preview(OFFER)).toMatchObject({
      counts: { connections: { added: 2 }, exemptions: { added: 1 } },
      settingsChange: true,
    });
    expect(world.connections.size + world.grants.size + world.exemptions.size).toBe(0);
  });

  it('lets no app through that was not chosen, and offers each by its name', async () => {
    const world = new World();
    const app = await worker(world);
    const exemptions = ['one', 'two'].map((name) => ({
      id: name,
      marketplace: 'ebay' as const,
      kind: 'ebay-oauth' as const,
      app: `App-${name}`,
      since: NOW,
    }));
    offer(app, { ...nothing(), exemptions });
    expect(await app.files.preview(OFFER)).toMatchObject({
      exemptions: [
        { id: 'one', kind: 'ebay-oauth', app: 'App-one' },
        { id: 'two', kind: 'ebay-oauth', app: 'App-two' },
      ],
    });
    expect(await app.files.take(OFFER)).toEqual({ ok: true });
    expect([world.exemptions.size, world.dynamicRules.length]).toEqual([0, 0]);
    offer(app, { ...nothing(), exemptions });
    expect(await app.files.take(OFFER, ['two', 'unknown'])).toEqual({ ok: true });
    expect([...world.exemptions.keys()]).toEqual(['two']);
  });

  it('leaves out dates that cannot be true, says how many, and takes the rest', async () => {
    const world = new World();
    const app = await worker(world);
    const grants = [
      grant('true', 'c1'),
      grant('ahead', 'c1', { at: world.now + 5 * 365 * 86_400_000 }),
      grant('endless', 'c1', { expiry: { basis: 'exact', at: Date.UTC(2191, 0) } }),
      grant('entered', 'c1', { expiry: { basis: 'entered', date: '2191-01-01' } }),
    ];
    offer(app, { ...nothing(), connections: [connection('c1')], grants });
    expect(await app.files.preview(OFFER)).toMatchObject({ unlikely: 3, counts: { grants: { added: 1 } } });
    await app.files.take(OFFER);
    expect([...world.grants.keys()]).toEqual(['true']);
    expect(world.badge).toMatchObject({ text: '360' });
  });

  it('tells the columns of a table that it does not read', async () => {
    const { files } = await worker(new World());
    const text = 'marketplace,site,software,account,ends on,phone,\namazon,de,X,A,2027-05-04,0123,\n';
    expect(await files.offerTable(OFFER, text)).toEqual([]);
    expect(await files.preview(OFFER)).toMatchObject({
      unused: [{ name: 'ends on', meant: 'ends_on' }, { name: 'phone' }],
    });
  });

  it('asks which day is meant, and reads the table as it is told', async () => {
    const world = new World();
    const { files } = await worker(world);
    const text = 'marketplace,site,software,account,ends_on\namazon,de,X,A,5/4/2027\n';
    expect(await files.offerTable(OFFER, text)).toMatchObject([
      { code: 'bad-date', line: 2, path: 'ends_on', readings: { dmy: '2027-04-05', mdy: '2027-05-04' } },
    ]);
    expect(await files.preview(OFFER)).toBeUndefined();
    expect(await files.offerTable(OFFER, text, { ends_on: 'mdy' })).toEqual([]);
    await files.take(OFFER);
    expect([...world.grants.values()]).toMatchObject([{ expiry: { date: '2027-05-04' } }]);
  });

  it('redraws the badge, and lets through what is let through from now on', async () => {
    const world = new World();
    const app = await worker(world);
    offer(app, { ...filled(), connections: [connection('c1')], grants: [grant('g1', 'c1')] });
    await app.files.take(OFFER, ['e1']);
    expect(world.badge).toMatchObject({ text: '360' });
    expect(world.dynamicRules.length).toBeGreaterThan(0);
  });

  it('leaves to this browser what is its own: container, switches, cards that are not put away', async () => {
    const world = new World();
    world.settings = {
      ...world.settings,
      reminders: { on: true, ladder: [1] },
      sync: { on: true, accountIds: true },
    };
    const container = { jar: 'firefox-container-1', keep: true };
    world.connections.set('c1', { ...connection('c1'), container, updatedAt: 1 });
    const app = await worker(world);
    offer(app, filled());
    await app.files.take(OFFER, ['e1']);
    expect(world.connections.get('c1')).toEqual({ ...filled().connections[0], container });
    expect(world.settings).toMatchObject({
      reminders: { on: true, ladder: [30, 14, 0] },
      sync: { on: true, accountIds: true },
      defaultMode: 'clear',
    });
    expect(world.ledger.get('r1')?.putAway).toBe(true);
  });

  it('of a worker that died meanwhile is asked for again', async () => {
    const world = new World();
    offer(await worker(world), filled());
    const next = await worker(world);
    expect(await next.files.preview(OFFER)).toBeUndefined();
    expect(await next.files.take(OFFER, ['e1'])).toEqual({ ok: false, problem: 'import-gone' });
    expect(world.connections.size).toBe(0);
  });

  it('is not taken in part: of a worker that died among the parts, or where another file came between them', async () => {
    const world = new World();
    const rows = filled();
    const [connections, grants] = [
      { part: 0, table: 'connections', rows: rows.connections },
      { part: 1, table: 'grants', rows: rows.grants },
    ] as const;
    const first = await worker(world);
    expect(first.files.offer({ offer: 'one', ...connections })).toBe(true);
    const { files } = await worker(world);
    expect(files.offer({ offer: 'one', ...grants })).toBe(false);
    expect(await files.preview('one')).toBeUndefined();

    files.offer({ offer: 'one', ...connections });
    files.offer({ offer: 'two', ...connections });
    expect(files.offer({ offer: 'one', ...grants })).toBe(false);
    expect(files.offer({ offer: 'two', ...grants })).toBe(true);
    // A part that is missing, or comes twice.
    expect(files.offer({ offer: 'two', ...grants })).toBe(false);
    expect(files.offer({ offer: 'two', ...grants, part: 3 })).toBe(false);
    expect(await files.take('one')).toEqual({ ok: false, problem: 'import-gone' });
    expect(await files.take('two')).toEqual({ ok: true });
    expect([world.connections.size, world.grants.size]).toEqual([
      rows.connections.length,
      rows.grants.length,
    ]);
  });

  it('takes no part of another file', async () => {
    const world = new World();
    const app = await worker(world);
    offer(app, filled(), 'first');
    offer(app, { ...nothing(), connections: [connection('other')] }, 'second');
    expect(await app.files.take('first')).toEqual({ ok: false, problem: 'import-gone' });
    await app.files.take('second');
    expect([...world.connections.keys()]).toEqual(['other']);
  });

  it('on a full disk changes nothing and can be tried again', async () => {
    const world = new World();
    const app = await worker(world);
    offer(app, filled());
    world.databaseFails = true;
    await expect(app.files.take(OFFER, ['e1'])).rejects.toThrow();
    expect(world.connections.size).toBe(0);
    world.databaseFails = false;
    expect(await app.files.take(OFFER, ['e1'])).toEqual({ ok: true });
    expect(world.connections.size).toBe(2);
  });

  it.each(Array.from({ length: 12 }, (_, index) => index + 1))(
    'by a worker that dies at its call %i is whole or not there, and can be repeated',
    async (diesAt) => {
      const world = new World();
      await survive(world, diesAt, async (app) => {
        offer(app, filled());
        await app.files.take(OFFER, ['e1']);
      });
      expect([0, 2]).toContain(world.connections.size);
      expect(world.grants.size).toBe(world.connections.size);
      const app = await worker(world);
      offer(app, filled());
      await app.files.take(OFFER, ['e1']);
      expect(await exported(app)).toEqual(filled());
    },
  );
});
