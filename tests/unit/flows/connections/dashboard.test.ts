import { describe, expect, it } from 'vitest';
import type { Connection } from '@/utils/domain/account/connection.ts';
import type { Grant } from '@/utils/domain/account/grant.ts';
import { KEPT_AFTER_REMOVAL } from '@/utils/flows/connections/dashboard.ts';
import { overview } from '@/utils/flows/reading/overview.ts';
import { createPorts } from '../../../fakes/ports.ts';
import { World } from '../../../fakes/world.ts';
import { worker } from '../journey.ts';

const DAY = 86_400_000;

function peopled(): World {
  const world = new World();
  const connection = (id: string, more: Partial<Connection> = {}): Connection => ({
    id,
    marketplace: 'amazon',
    site: 'de',
    region: 'EU',
    integration: 'microtech',
    name: id,
    apps: [],
    account: {},
    createdAt: 1,
    updatedAt: 1,
    ...more,
  });
  const grant = (id: string, connectionId: string, days: number, more: Partial<Grant> = {}): Grant => ({
    id,
    connectionId,
    kind: 'amazon',
    verdict: 'match',
    at: world.now - DAY,
    expiry: { basis: 'by-rule', at: world.now + days * DAY },
    ...more,
  });
  for (const each of [connection('near', { note: 'call Anna' }), connection('far')])
    world.connections.set(each.id, each);
  const grants = [
    grant('old', 'near', 1, { at: world.now - 400 * DAY }),
    grant('now', 'near', 5, { runId: 'r1', accountId: 'A1' }),
    grant('later', 'far', 300),
  ];
  for (const each of grants) world.grants.set(each.id, each);
  return world;
}

const edit = { name: 'near', site: 'de', integration: 'microtech' } as const;

describe('the dashboard', () => {
  it('lists every connection with what remains of it', async () => {
    const world = peopled();
    const { dashboard } = await worker(world);
    expect(await dashboard.list()).toMatchObject([
      { id: 'near', note: 'call Anna', urgency: 'urgent', remaining: { days: 5 } },
      { id: 'far', urgency: 'calm', remaining: { days: 300 } },
    ]);
  });

  it('archives: the connection counts nowhere, and is back with its history when that is taken back', async () => {
    const world = peopled();
    const { dashboard } = await worker(world);
    await dashboard.archive('near', true);
    expect(world.badge).toMatchObject({ days: 300 });
    const shown = await overview(createPorts(world));
    expect(shown.connections.map(({ connection }) => connection.id)).toEqual(['far']);
    expect(await dashboard.list()).toMatchObject([{ id: 'near', archived: true }, { id: 'far' }]);

    await dashboard.archive('near', false);
    expect(world.badge).toMatchObject({ days: 5 });
    expect((await dashboard.history('near'))?.grants).toHaveLength(2);
  });

  it('loses nothing that the person does elsewhere at the same time', async () => {
    const world = peopled();
    const { dashboard, checklist, reminders } = await worker(world);
    await Promise.all([
      dashboard.edit('near', { ...edit, note: 'call Anna again' }),
      checklist.report('near', 'stopped-working'),
      reminders.remind('near', { snoozedUntil: '2030-01-01' }),
    ]);
    expect(world.connections.get('near')).toMatchObject({
      note: 'call Anna again',
      reported: { what: 'stopped-working' },
      snoozedUntil: '2030-01-01',
    });
  });

  it('removes, and brings back everything for a week and no longer', async () => {
    const world = peopled();
    const { dashboard } = await worker(world);
    await dashboard.remove('near');
    expect(world.badge).toMatchObject({ days: 300 });
    expect([...world.grants.keys()]).toEqual(['later']);
    expect(await dashboard.removed()).toMatchObject([{ connection: { id: 'near' } }]);
    expect(await dashboard.restore('near')).toEqual({ ok: true });
    expect(world.badge).toMatchObject({ days: 5 });
    expect(await dashboard.restore('near')).toEqual({ ok: false, problem: 'connection-gone' });

    await dashboard.remove('near');
    world.now += KEPT_AFTER_REMOVAL + 1;
    await worker(world);
    expect(world.bin.size).toBe(0);
    expect(await dashboard.restore('near')).toEqual({ ok: false, problem: 'connection-gone' });
  });

  it('forgets removed ones at once where the person wants that', async () => {
    const world = peopled();
    const { dashboard } = await worker(world);
    await dashboard.remove('near');
    await dashboard.empty();
    expect(world.bin.size).toBe(0);
  });

  it('says of every grant what it is to the connection now', async () => {
    const world = peopled();
    const { dashboard } = await worker(world);
    world.grants.set('stranger', {
      id: 'stranger',
      connectionId: 'near',
      kind: 'amazon',
      verdict: 'other',
      at: world.now,
      expiry: { basis: 'by-rule', at: world.now + DAY },
    });
    const history = await dashboard.history('near');
    expect(history?.grants.map(({ grant, role }) => [grant.id, role])).toEqual([
      ['stranger', 'other-account'],
      ['now', 'counts'],
      ['old', 'replaced'],
    ]);
    expect(history?.view.quarantined?.id).toBe('stranger');
    world.now += 5 * DAY;
    const later = await dashboard.history('near');
    expect(later?.grants.find(({ grant }) => grant.id === 'now')?.role).toBe('ended');
    expect(await dashboard.history('nobody')).toBeUndefined();
  });

  it('edits what the person knows, and takes away what they left empty', async () => {
    const world = peopled();
    const { dashboard } = await worker(world);
    const changes = { ...edit, name: 'Alpenglück', site: 'fr', signInName: 'anna@example.com' };
    expect(await dashboard.edit('near', changes)).toEqual({ ok: true });
    const after = world.connections.get('near');
    expect(after).toMatchObject({
      name: 'Alpenglück',
      site: 'fr',
      region: 'EU',
      signInName: 'anna@example.com',
    });
    expect(after).not.toHaveProperty('note');
  });

  it('keeps a connection in its region once an answer was given there', async () => {
    const world = peopled();
    const { dashboard } = await worker(world);
    const invalid = { ok: false, problem: 'invalid' };
    expect(await dashboard.edit('near', { ...edit, site: 'us' })).toEqual(invalid);
    expect(await dashboard.edit('near', { ...edit, site: 'nowhere' })).toEqual(invalid);
    expect(await dashboard.edit('far', { ...edit, site: 'us' })).toEqual({ ok: true });
    expect(world.connections.get('far')).toMatchObject({ site: 'us', region: 'NA' });
    expect(await dashboard.edit('gone', edit)).toEqual({ ok: false, problem: 'connection-gone' });
  });

  it('judges the grants anew when the person says which account is expected', async () => {
    const world = peopled();
    const { dashboard } = await worker(world);
    await dashboard.edit('near', { ...edit, accountId: 'B2' });
    const verdict = async () =>
      (await dashboard.history('near'))?.grants.find(({ grant }) => grant.id === 'now')?.grant.verdict;
    expect(await verdict()).toBe('other');
    expect(world.badge).toMatchObject({ attention: 'wrong-account' });
    await dashboard.edit('near', { ...edit, accountId: 'A1' });
    expect(await verdict()).toBe('match');
    expect(world.connections.get('near')?.account).toEqual({ id: 'A1' });
    await dashboard.edit('near', edit);
    expect(world.connections.get('near')?.account).toEqual({});
  });

  it('mutes, and takes that back', async () => {
    const world = peopled();
    const { dashboard } = await worker(world);
    await dashboard.mute('near', true);
    expect(world.connections.get('near')?.muted).toBe(true);
    await dashboard.mute('near', false);
    expect(world.connections.get('near')).not.toHaveProperty('muted');
  });
});
