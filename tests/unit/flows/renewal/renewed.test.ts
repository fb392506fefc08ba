import { describe, expect, it } from 'vitest';
import type { App } from '@/utils/flows/app.ts';
import { overview } from '@/utils/flows/reading/overview.ts';
import { createPorts } from '../../../fakes/ports.ts';
import { World } from '../../../fakes/world.ts';
import { worker } from '../journey.ts';

async function added(world: World, app: App, expiresInDays: number): Promise<string> {
  await app.connections.add({
    marketplace: 'ebay',
    site: 'de',
    integration: 'linnworks',
    name: 'Nordlicht',
    expiry: { expiresInDays },
  });
  const [connection] = world.connections.values();
  return connection?.id ?? '';
}

describe('a renewal that was not seen', () => {
  it('is noted as of a day for every kind of grant, in place of what was expected', async () => {
    const world = new World();
    const app = await worker(world);
    const id = await added(world, app, 3);
    expect(world.badge).toMatchObject({ text: '3' });

    world.now += 1000;
    expect(await app.connections.renewed(id, { renewedOn: '2026-11-20' })).toEqual({ ok: true });
    const [view] = (await overview(createPorts(world))).connections;
    expect(view?.grants.map(({ kind, verdict }) => [kind, verdict]).toSorted()).toEqual([
      ['ebay-authnauth', 'entered'],
      ['ebay-oauth', 'entered'],
    ]);
    expect(view).toMatchObject({ urgency: 'calm', remaining: { expiry: { basis: 'by-rule' } } });
    expect(view?.remaining?.days).toBeGreaterThan(500);
  });

  it('is noted by the days that are left', async () => {
    const world = new World();
    const app = await worker(world);
    const id = await added(world, app, 3);
    world.now += 1000;
    await app.connections.renewed(id, { expiresInDays: 40 });
    expect(world.badge).toMatchObject({ text: '40' });
  });

  it('is not noted for a connection that is gone', async () => {
    const world = new World();
    const app = await worker(world);
    expect(await app.connections.renewed('nobody', { expiresInDays: 40 })).toEqual({
      ok: false,
      problem: 'connection-gone',
    });
    expect(world.grants.size).toBe(0);
  });
});
