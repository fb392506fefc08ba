import { describe, expect, it } from 'vitest';
import type { App } from '@/utils/flows/app.ts';
import { World } from '../../../fakes/world.ts';
import { connection, DAY, grant, NOW } from '../../domain/data/examples.ts';
import { worker } from '../journey.ts';

const HEAD = 'marketplace,site,software,account,account_number,ends_on';

/** Whoever can say which account is expected. */
const WAYS: [string, (world: World, app: App, accountId: string) => Promise<unknown>][] = [
  [
    'the user',
    (_, app, accountId) =>
      app.dashboard.edit('c', { name: 'Shop c', site: 'de', integration: 'microtech', accountId }),
  ],
  [
    'a backup',
    async (world, app, accountId) => {
      const row = connection('c', { account: { id: accountId }, updatedAt: world.now + 1 });
      app.files.offer({ offer: 'o', part: 0, table: 'connections', rows: [row] });
      return app.files.take('o');
    },
  ],
  [
    'a table',
    async (_, app, accountId) => {
      const line = `amazon,de,microtech büro+,Shop c,${accountId},`;
      expect(await app.files.offerTable('o', `${HEAD}\n${line}\n`)).toEqual([]);
      return app.files.take('o');
    },
  ],
  [
    'another machine',
    async (world, app, accountId) => {
      const other = new World();
      other.machine = 'other';
      other.now = world.now;
      const server = new Map<string, string>();
      for (const each of [world, other]) each.settings.sync = { on: true, accountIds: true };
      const there = await worker(other);
      const meet = async (): Promise<void> => {
        for (let round = 0; round < 4; round++) {
          for (const [each, its] of [
            [world, app],
            [other, there],
          ] as const) {
            each.now += 10_000;
            await its.sync.compare();
            each.sync.exchange(server);
          }
        }
      };
      await meet();
      const row = other.connections.get('c');
      if (!row) throw new Error('not there');
      other.connections.set('c', { ...row, account: { id: accountId } });
      await meet();
    },
  ],
  [
    'the organisation',
    async (world, _, accountId) => {
      const [own] = [...world.connections.values()];
      if (!own) throw new Error('none');
      // A preset takes the connection of its id.
      world.connections.delete(own.id);
      world.connections.set('managed:c', { ...own, id: 'managed:c' });
      for (const [id, each] of world.grants) world.grants.set(id, { ...each, connectionId: 'managed:c' });
      const preset = {
        id: 'c',
        marketplace: 'amazon',
        site: 'DE',
        software: 'microtech büro+',
        name: 'Shop c',
      };
      world.policy = { connections: [{ ...preset, accountNumber: accountId }] };
    },
  ],
];

async function shown(world: World) {
  const app = await worker(world);
  const [view] = (await app.reading.overview()).connections;
  if (!view) throw new Error('none');
  const history = await app.dashboard.history(view.connection.id);
  return { view, roles: history?.grants.map(({ role }) => role) };
}

describe.each(WAYS)('where %s says which account is expected', (_, say) => {
  async function said(verdict: 'match' | 'first', accountId: string) {
    const world = new World();
    world.now = NOW;
    world.connections.set('c', connection('c', { account: {} }));
    world.grants.set('g', grant('g', 'c', { verdict, accountId: 'A2BERT' }));
    await say(world, await worker(world), accountId);
    return world;
  }

  it.each(['match', 'first'] as const)('a grant for another one (%s) does not count', async (verdict) => {
    const world = await said(verdict, 'A1NORDLICHT');
    const { view, roles } = await shown(world);
    expect(view.quarantined).toMatchObject({ id: 'g' });
    expect(roles).toContain('other-account');
    expect(world.badge).toMatchObject({ text: '!', attention: 'wrong-account' });
  });

  it('a grant for this one does, and is not asked about', async () => {
    const { view } = await shown(await said('first', 'a2bert'));
    expect(view.quarantined).toBeUndefined();
    expect(view.unconfirmed).toBeUndefined();
    expect(view.grants).toMatchObject([{ id: 'g', verdict: 'match' }]);
  });
});

describe('a grant that is dated in the future', () => {
  async function ahead(): Promise<World> {
    const world = new World();
    world.now = NOW;
    world.connections.set('c', connection('c'));
    world.grants.set(
      'now',
      grant('now', 'c', { at: NOW - DAY, expiry: { basis: 'by-rule', at: NOW + 90 * DAY } }),
    );
    const at = NOW + 1825 * DAY;
    world.grants.set('later', grant('later', 'c', { at, expiry: { basis: 'by-rule', at: at + 365 * DAY } }));
    return world;
  }

  it('counts for nothing until then, and is shown as such', async () => {
    const world = await ahead();
    const { view } = await shown(world);
    expect(view.remaining?.days).toBe(90);
    expect(world.badge).toMatchObject({ text: '90' });
    const app = await worker(world);
    const history = await app.dashboard.history('c');
    expect(Object.fromEntries(history?.grants.map(({ grant: { id }, role }) => [id, role]) ?? [])).toEqual({
      now: 'counts',
      later: 'to-come',
    });
  });

  it('counts once its time has come', async () => {
    const world = await ahead();
    world.now = NOW + 1826 * DAY;
    expect((await shown(world)).view.grants).toMatchObject([{ id: 'later' }]);
  });

  it('can be taken away; one that counts cannot', async () => {
    const world = await ahead();
    const app = await worker(world);
    expect(await app.accounts.remove('now')).toEqual({ ok: false, problem: 'invalid' });
    expect(await app.accounts.remove('later')).toEqual({ ok: true });
    expect([...world.grants.keys()]).toEqual(['now']);
  });
});
