import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCKABLE, managedOf } from '@/utils/domain/managed.ts';
import { DEFAULT_LADDER } from '@/utils/domain/settings.ts';
import { underPolicy } from '@/utils/flows/managed.ts';
import { createPorts, World } from '../../fakes/world.ts';
import { worker } from './journey.ts';

const PRESET = {
  id: 'shop-de',
  marketplace: 'amazon',
  site: 'DE',
  software: 'microtech büro+',
  name: 'Alpenglück GmbH',
  accountNumber: 'A1ALPENEU00001',
};

function settingsOf(world: World) {
  const { settings, policy } = createPorts(world);
  return underPolicy(settings, policy);
}

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
    const house = await worker(world);
    expect(world.connections.get(id)).toMatchObject({ note: 'Mine', name: 'Alpenglück GmbH' });
    const before = world.connections.get(id);
    await house.managed.apply();
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

  it('is none where there is none', async () => {
    const house = await worker(new World());
    expect(await house.managed.view()).toEqual({
      present: false,
      connections: 0,
      allowExport: true,
      locked: [],
      faults: [],
    });
  });

  it('can say in Chromium’s schema all that is read, and nothing else', () => {
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../public/managed-schema.json'), 'utf8'),
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
