import { expect, it } from 'vitest';
import { dayIn } from '@/utils/domain/due/expiry.ts';
import { overview } from '@/utils/flows/reading/overview.ts';
import { createPorts } from '../../../fakes/ports.ts';
import { World } from '../../../fakes/world.ts';

/** Connections of accounts of their own, the first due today, each other one a day later; the steps of all are open. */
function many(count: number): World {
  const world = new World();
  for (let day = 0; day < count; day += 1) {
    const id = `c${day}`;
    world.connections.set(id, {
      id,
      marketplace: 'amazon',
      site: 'de',
      region: 'EU',
      integration: 'microtech',
      name: id,
      signInName: `${id}@nordlicht.example`,
      apps: [],
      account: {},
      finishing: { runId: id, since: 0, done: [] },
      createdAt: 0,
      updatedAt: 0,
    });
    world.grants.set(id, {
      id,
      connectionId: id,
      kind: 'amazon',
      verdict: 'match',
      at: 1,
      expiry: { basis: 'entered', date: dayIn(Math.min(day, 25), world.now, 'Europe/Berlin') },
    });
  }
  return world;
}

it('of very many connections the pop-up gets those that come first, and how many there are', async () => {
  const shown = await overview(createPorts(many(120)));
  expect(shown.total).toBe(120);
  expect(shown.connections).toHaveLength(50);
  expect(shown.connections[0]?.connection.id).toBe('c0');
  expect(shown.attention).toHaveLength(50);
  expect(shown.queue.due).toBe(120);
  expect(shown.queue.groups).toHaveLength(50);
  expect(shown.queue.groups[0]?.members[0].connection.id).toBe('c0');
});

it('connections of one account stay together in the queue, however many they are', async () => {
  const world = many(120);
  for (const [id, each] of world.connections) world.connections.set(id, { ...each, signInName: 'anna' });
  const { queue } = await overview(createPorts(world));
  expect(queue.groups.map(({ members }) => members.length)).toEqual([120]);
});

it('a suggestion is offered to the connections in its reach, and to all of them', async () => {
  const world = many(60);
  const [, other] = [...world.connections.values()];
  if (other) world.connections.set(other.id, { ...other, site: 'us', region: 'NA' });
  world.suggestions.set('s', { id: 's', marketplace: 'amazon', site: 'fr', kind: 'amazon', at: 1 });
  const [shown] = (await overview(createPorts(world))).suggestions;
  expect(shown?.fitting).toHaveLength(59);
  expect(shown?.fitting.map(({ id }) => id)).not.toContain(other?.id);
});
