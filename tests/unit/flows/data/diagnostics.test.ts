import { describe, expect, it } from 'vitest';
import { prefer } from '@/utils/flows/connections/preferences.ts';
import { diagnostics } from '@/utils/flows/data/diagnostics.ts';
import { createPorts } from '../../../fakes/ports.ts';
import { World } from '../../../fakes/world.ts';
import { worker } from '../journey.ts';

async function peopled(): Promise<World> {
  const world = new World();
  const app = await worker(world);
  await app.connections.add({
    marketplace: 'amazon',
    site: 'europe',
    integration: 'other',
    software: 'Stallkeeper',
    name: 'Alpenglück',
    signInName: 'anna@example.com',
    accountId: 'A2X1',
    expiry: { expiresInDays: 9 },
  });
  return world;
}

describe('diagnostics', () => {
  it('count, and name neither accounts nor people nor programs', async () => {
    const world = await peopled();
    const now = await diagnostics(createPorts(world));
    expect(now).toMatchObject({ connections: 1, dated: 1, muted: 0, archived: 0, obstacles: [] });
    const [id] = world.connections.keys();
    expect(JSON.stringify(now)).not.toMatch(/Alpenglück|anna|A2X1|Stallkeeper/);
    expect(JSON.stringify(now)).not.toContain(id);
  });

  it('are there where the database is not, and say so', async () => {
    const world = await peopled();
    world.databaseDead = true;
    const now = await diagnostics(createPorts(world));
    expect(now).toMatchObject({ connections: 0, obstacles: [{ kind: 'database' }] });
  });
});

describe('what the person prefers', () => {
  it('is kept beside the rest, and taken back', async () => {
    const world = new World();
    const ports = createPorts(world);
    const { reminders } = world.settings;
    await prefer(ports, { defaultMode: 'clear' });
    await prefer(ports, { welcomed: true });
    expect(world.settings).toMatchObject({ defaultMode: 'clear', welcomed: true, reminders });
    await prefer(ports, { defaultMode: 'suggested' });
    expect(world.settings).toMatchObject({ welcomed: true, reminders });
    expect(world.settings).not.toHaveProperty('defaultMode');
  });

  it('is how a clean start begins, until the connection has a last choice of its own', async () => {
    const world = await peopled();
    const app = await worker(world);
    await prefer(createPorts(world), { defaultMode: 'clear' });
    const [id = ''] = world.connections.keys();
    expect(await app.renewals.preview(id, '0')).toMatchObject({ preferred: 'clear' });
  });
});
