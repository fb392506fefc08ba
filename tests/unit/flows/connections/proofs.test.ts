import { expect, it } from 'vitest';
import type { Connection } from '@/utils/domain/account/connection.ts';
import type { Grant } from '@/utils/domain/account/grant.ts';
import { proofs } from '@/utils/flows/connections/proofs.ts';
import { createPorts } from '../../../fakes/ports.ts';
import { World } from '../../../fakes/world.ts';

const DAY = 86_400_000;

function renewed(): World {
  const world = new World();
  const connection = (id: string, more: Partial<Connection> = {}): Connection => ({
    id,
    marketplace: 'amazon',
    site: 'de',
    region: 'EU',
    integration: 'microtech',
    name: id,
    apps: [],
    account: { id: 'A1' },
    createdAt: 1,
    updatedAt: 1,
    ...more,
  });
  const grant = (id: string, connectionId: string, ago: number, more: Partial<Grant> = {}): Grant => ({
    id,
    connectionId,
    kind: 'amazon',
    verdict: 'match',
    at: world.now - ago * DAY,
    expiry: { basis: 'by-rule', at: world.now + (365 - ago) * DAY },
    ...more,
  });
  for (const each of [connection('one'), connection('two', { archivedAt: 1 })]) {
    world.connections.set(each.id, each);
  }
  const grants = [
    grant('long-ago', 'one', 400),
    grant('one-now', 'one', 5),
    grant('two-now', 'two', 2),
    // For another account than the one that is expected now.
    grant('wrong', 'one', 1, { accountId: 'A2' }),
  ];
  for (const each of grants) world.grants.set(each.id, each);
  return world;
}

it('tells the renewals of a time, the newest first, archived connections’ too, and no wrong account', async () => {
  const world = renewed();
  const asked = { from: world.now - 30 * DAY, until: world.now };
  const found = await proofs(createPorts(world), asked);
  expect(found.map(({ key }) => key)).toEqual(['two-now', 'one-now']);
});

it('tells all of one connection, and nothing of one that is gone', async () => {
  const world = renewed();
  const of = async (connectionId: string) =>
    (await proofs(createPorts(world), { from: 0, until: world.now + 1, connectionId })).map(({ key }) => key);
  expect(await of('one')).toEqual(['one-now', 'long-ago']);
  expect(await of('gone')).toEqual([]);
});
