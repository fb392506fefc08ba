import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCKABLE, managedOf } from '@/utils/domain/policy/managed.ts';
import { DEFAULT_LADDER } from '@/utils/domain/settings/settings.ts';
import type { App } from '@/utils/flows/app.ts';
import { createPorts } from '../../../fakes/ports.ts';
import { World } from '../../../fakes/world.ts';
import { connection, grant } from '../../domain/data/examples.ts';
import { worker } from '../journey.ts';

const PRESET = {
  id: 'shop-de',
  marketplace: 'amazon',
  site: 'DE',
  software: 'microtech büro+',
  name: 'Alpenglück GmbH',
  accountNumber: 'A1ALPENEU00001',
};

const settingsOf = (world: World) => createPorts(world).settings;

describe('a connection that the organisation presets', () => {
  const ID = 'managed:shop-de';
  const EDIT = {
    name: 'Alpenglück GmbH',
    site: 'de',
    integration: 'microtech',
    accountId: 'A1ALPENEU00001',
  } as const;
  const refused = { ok: false, problem: 'organisation' };

  async function preset(): Promise<{ world: World; app: App }> {
    const world = new World();
    world.policy = { connections: [PRESET] };
    return { world, app: await worker(world) };
  }

  it('cannot be removed, and says whose it is; muting and archiving stay the person’s', async () => {
    const { world, app } = await preset();
    expect(await app.dashboard.list()).toMatchObject([{ id: ID, preset: true }]);
    expect(await app.dashboard.remove(ID)).toEqual(refused);
    expect(world.connections.has(ID)).toBe(true);
    expect(world.bin.size).toBe(0);
    expect(await app.dashboard.mute(ID, true)).toEqual({ ok: true });
    expect(await app.dashboard.archive(ID, true)).toEqual({ ok: true });
    await worker(world);
    expect(world.connections.get(ID)).toMatchObject({ muted: true, archivedAt: expect.any(Number) });
  });

  it('is edited only in what the organisation left open', async () => {
    const { world, app } = await preset();
    expect(await app.dashboard.history(ID)).toMatchObject({
      decided: ['site', 'software', 'name', 'accountId'],
    });
    for (const change of [
      { name: 'Mine' },
      { site: 'fr' },
      { integration: 'other', software: 'X' },
      { accountId: 'A2' },
      { accountId: undefined },
    ] as const) {
      expect(await app.dashboard.edit(ID, { ...EDIT, ...change }), JSON.stringify(change)).toEqual(refused);
    }
    expect(await app.dashboard.edit(ID, { ...EDIT, note: 'Ring first', signInName: 'anna' })).toEqual({
      ok: true,
    });
    expect(world.connections.get(ID)).toMatchObject({
      name: 'Alpenglück GmbH',
      note: 'Ring first',
      signInName: 'anna',
      account: { id: 'A1ALPENEU00001' },
    });
  });

  it('is not bound to another account than the organisation’s', async () => {
    const { world, app } = await preset();
    world.grants.set('g', grant('g', ID, { verdict: 'other', accountId: 'A2' }));
    expect(await app.accounts.confirm('g')).toEqual(refused);
    expect(world.connections.get(ID)?.account).toEqual({ id: 'A1ALPENEU00001' });
    expect(await app.accounts.separate('g', 'Another one')).toEqual({ ok: true });
  });

  it('has its grants judged anew where the organisation names another account', async () => {
    const { world } = await preset();
    world.grants.set('g', grant('g', ID, { verdict: 'match', accountId: 'A1ALPENEU00001' }));
    world.policy = { connections: [{ ...PRESET, accountNumber: 'A2' }] };
    const app = await worker(world);
    expect((await app.dashboard.history(ID))?.view).toMatchObject({ grants: [], quarantined: { id: 'g' } });
  });

  it('comes back with its history where it was removed before, or on another machine', async () => {
    const { world, app } = await preset();
    world.grants.set('g', grant('g', ID));
    world.policy = {};
    expect(await app.dashboard.remove(ID)).toEqual({ ok: true });
    expect(world.grants.size).toBe(0);
    world.policy = { connections: [PRESET] };
    await worker(world);
    expect(world.connections.has(ID)).toBe(true);
    expect(world.grants.has('g')).toBe(true);
  });

  it('is what the organisation says also after an import that says otherwise', async () => {
    const { world, app } = await preset();
    const row = connection(ID, { name: 'From a file', updatedAt: world.now + 1000 });
    app.files.offer({ offer: 'o', part: 0, table: 'connections', rows: [row] });
    expect(await app.files.take('o')).toEqual({ ok: true });
    expect(world.connections.get(ID)?.name).toBe('Alpenglück GmbH');
  });

  it('is an ordinary one once the policy goes', async () => {
    const { world, app } = await preset();
    world.policy = {};
    expect(await app.dashboard.list()).not.toMatchObject([{ preset: true }]);
    expect((await app.dashboard.history(ID))?.decided).toBeUndefined();
    expect(await app.dashboard.edit(ID, { ...EDIT, name: 'Mine' })).toEqual({ ok: true });
    expect(await app.dashboard.remove(ID)).toEqual({ ok: true });
    await worker(world);
    expect(world.connections.size).toBe(0);
  });
});

describe('a policy', () => {
  it('presets connections, once, and leaves to the person what it does not name', async () => {
    const world = new World();
    world.policy = { connections: [PRESET] };
    await worker(world);
    const id = 'managed:shop-de';
    expect(world.connections.get(id)).toMatchObject({
      site: 'de',
      region: 'EU',
      integration: 'microtech',
      name: 'Alpenglück GmbH',
      account: { id: 'A1ALPENEU00001' },
    });
    const made = world.connections.get(id);
    if (made) world.connections.set(id, { ...made, note: 'Mine', name: 'Renamed' });
    world.now += 1000;
    const app = await worker(world);
    expect(world.connections.get(id)).toMatchObject({ note: 'Mine', name: 'Alpenglück GmbH' });
    const before = world.connections.get(id);
    await app.managed.apply();
    expect(world.connections.get(id)).toBe(before);
    world.policy = {};
    await worker(world);
    expect(world.connections.has(id)).toBe(true);
  });

  it('gives values to begin with, which the person changes', async () => {
    const world = new World();
    world.policy = { reminderDays: [7, 30, 7], defaultMode: 'clear' };
    const settings = settingsOf(world);
    const first = await settings.get();
    expect(first).toMatchObject({ reminders: { ladder: [30, 7] }, defaultMode: 'clear' });
    await settings.put({
      ...first,
      reminders: { ...first.reminders, ladder: [3] },
      defaultMode: 'set-aside',
    });
    expect(await settings.get()).toMatchObject({ reminders: { ladder: [3] }, defaultMode: 'set-aside' });
  });

  it('locks what it names, and gives it back as it was when it goes', async () => {
    const world = new World();
    world.settings.sync = { on: true, accountIds: true };
    world.policy = { reminderDays: [5], defaultMode: 'clear', locked: [...LOCKABLE] };
    const settings = settingsOf(world);
    const held = await settings.get();
    expect(held).toMatchObject({ reminders: { ladder: [5] }, defaultMode: 'clear', sync: { on: false } });
    await settings.put({
      ...held,
      reminders: { ...held.reminders, on: true, ladder: [1] },
      defaultMode: 'container',
    });
    expect(await settings.get()).toMatchObject({
      reminders: { on: true, ladder: [5] },
      defaultMode: 'clear',
    });
    world.policy = {};
    expect((await settings.get()).reminders).not.toHaveProperty('fixed');
    expect(await settings.get()).toMatchObject({
      reminders: { on: true, ladder: DEFAULT_LADDER },
      sync: { on: true, accountIds: true },
    });
    expect((await settings.get()).defaultMode).toBeUndefined();
  });

  it('with an error in it holds in everything else, and tells where', () => {
    const managed = managedOf({
      connections: [PRESET, PRESET, { ...PRESET, id: 'a b' }, { ...PRESET, id: 'x', site: 'atlantis' }, 7],
      reminderDays: 'daily',
      defaultMode: 'wipe',
      allowExport: false,
      locked: ['everything'],
    });
    expect(managed).toMatchObject({
      allowExport: false,
      locked: [],
      connections: [{ id: 'managed:shop-de' }],
    });
    expect(managed.reminderDays).toBeUndefined();
    expect(managed.faults.map(({ path }) => path)).toEqual([
      'reminderDays',
      'defaultMode',
      'locked[0]',
      'connections[1].id',
      'connections[2].id',
      'connections[3].site',
      'connections[4]',
    ]);
  });

  it.each([false, 'false', 'FALSE', ' False ', 'no', 'off', 0, '0', 'never', '', null, [], {}, 2])(
    'forbids to save copies by anything but a plain yes: %j',
    (allowExport) => {
      expect(managedOf({ allowExport }).allowExport).toBe(false);
    },
  );

  it.each([true, 'true', 'True', 'yes', 1, '1', undefined])('lets copies be saved: %j', (allowExport) => {
    expect(managedOf({ allowExport })).toMatchObject({ allowExport: true, faults: [] });
  });

  it.each<[unknown, string[], number]>([
    [['sync'], ['sync'], 0],
    [['Sync', 'reminder days', 'DEFAULT_MODE'], [...LOCKABLE], 0],
    ['sync', ['sync'], 0],
    ['reminderDays, sync', ['reminderDays', 'sync'], 0],
    [['sync', 'everything', 7, 'defaultMode'], ['defaultMode', 'sync'], 2],
    [{ sync: true, reminderDays: 'yes', defaultMode: false }, ['reminderDays', 'sync'], 0],
    [true, [...LOCKABLE], 0],
    ['true', [...LOCKABLE], 0],
    [false, [], 0],
    [[], [], 0],
    [7, [...LOCKABLE], 1],
    [null, [...LOCKABLE], 1],
  ])('locks by %j', (locked, expected, faults) => {
    const managed = managedOf({ locked });
    expect(managed.locked).toEqual(expected);
    expect(managed.faults).toHaveLength(faults);
  });

  it.each<[unknown, number[] | undefined, number]>([
    [[30, 'soon', '7', 1], [30, 7, 1], 1],
    ['30, 7,-1', [30, 7, -1], 0],
    [14, [14], 0],
    [[1.5, 900], undefined, 2],
    [{}, undefined, 1],
  ])('reminds on the days that it can be read for: %j', (reminderDays, expected, faults) => {
    const managed = managedOf({ reminderDays });
    expect(managed.reminderDays).toEqual(expected);
    expect(managed.faults).toHaveLength(faults);
  });

  it.each(['Set-Aside', 'set aside', 'setAside', 'SET_ASIDE'])('knows a word by any spelling: %s', (word) => {
    expect(managedOf({ defaultMode: word })).toMatchObject({ defaultMode: 'set-aside', faults: [] });
  });

  it('presets a connection without what is wrong of it and not needed', () => {
    const managed = managedOf({
      connections: [{ ...PRESET, id: 7, marketplace: 'Amazon', accountNumber: 4711, note: ['a'] }],
    });
    expect(managed.connections).toMatchObject([
      { id: 'managed:7', marketplace: 'amazon', accountNumber: '4711' },
    ]);
    expect(managed.connections[0]?.note).toBeUndefined();
    expect(managed.faults).toMatchObject([{ path: 'connections[0].note' }]);
  });

  it('is none where there is none', async () => {
    const app = await worker(new World());
    expect(await app.managed.view()).toEqual({
      present: false,
      connections: 0,
      allowExport: true,
      locked: [],
      faults: [],
    });
  });

  it('can say in Chromium’s schema all that is read, and nothing else', () => {
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../../public/managed-schema.json'), 'utf8'),
    );
    expect(Object.keys(schema.properties).sort()).toEqual([
      'allowExport',
      'connections',
      'defaultMode',
      'locked',
      'reminderDays',
    ]);
    expect(schema.properties.locked.items.enum).toEqual([...LOCKABLE]);
    expect(Object.keys(schema.properties.connections.items.properties)).toEqual(
      expect.arrayContaining(Object.keys(PRESET)),
    );
  });
});
