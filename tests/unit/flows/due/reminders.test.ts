import { beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '@/utils/domain/account/connection.ts';
import { dayIn } from '@/utils/domain/due/expiry.ts';
import { DEFAULT_LADDER } from '@/utils/domain/settings/settings.ts';
import { type App, createApp } from '@/utils/flows/app.ts';
import { createPorts } from '../../../fakes/ports.ts';
import { World } from '../../../fakes/world.ts';
import { worker } from '../journey.ts';
import { survive } from '../survive.ts';

const BERLIN = 'Europe/Berlin';
const DAY = 24 * 60 * 60 * 1000;
const ON = { on: true, ladder: [...DEFAULT_LADDER] };

/** A connection with a grant that ends in so many days, noted long ago. */
function add(world: World, name: string, days: number, change: Partial<Connection> = {}): void {
  world.connections.set(name, {
    id: name,
    marketplace: 'amazon',
    site: 'de',
    region: 'EU',
    integration: 'microtech',
    name,
    apps: [],
    account: {},
    createdAt: 0,
    updatedAt: 0,
    ...change,
  });
  world.grants.set(name, {
    id: name,
    connectionId: name,
    kind: 'amazon',
    verdict: 'match',
    at: 1,
    expiry: { basis: 'entered', date: dayIn(days, world.now, BERLIN) },
  });
}

/** What the browser does at the alarm. */
async function ring(app: App): Promise<void> {
  await app.renewals.tick();
  await app.reminders.look();
}

describe('reminders', () => {
  let world: World;
  beforeEach(() => {
    world = new World();
    world.settings = { ...world.settings, reminders: ON };
  });

  it('tell of all that is due in one notification, once', async () => {
    add(world, 'far', 200);
    add(world, 'near', 7);
    add(world, 'nearer', 2);
    add(world, 'muted', 1, { muted: true });
    const app = await worker(world);
    await ring(app);
    await ring(await worker(world));
    expect(world.notified).toEqual([['nearer', 'near']]);
  });

  it('come at the alarm that was made for them, day by day, with the badge', async () => {
    add(world, 'one', 31);
    await worker(world);
    const days: [string | undefined, number][] = [];
    for (let step = 0; step < 2000 && days.length < DEFAULT_LADDER.length; step += 1) {
      world.now = world.alarmAt ?? 0;
      const before = world.notified.length;
      // Each alarm starts a worker of its own.
      await ring(await worker(world));
      if (world.notified.length > before) days.push([world.badge?.text, world.badge?.days ?? Number.NaN]);
    }
    expect(days).toEqual([...[30, 21, 14, 7, 3, 1, 0].map((day) => [String(day), day]), ['!', -1]]);
  });

  it('that come due in the quiet hours come with the alarm at their end, to the minute', async () => {
    add(world, 'one', 31);
    world.settings = { ...world.settings, reminders: { ...ON, quiet: { from: '20:30', to: '06:45' } } };
    await worker(world);
    for (let step = 0; step < 100 && world.notified.length === 0; step += 1) {
      world.now = world.alarmAt ?? 0;
      await ring(await worker(world));
    }
    expect(new Date(world.now).toISOString()).toBe('2026-11-21T05:45:00.000Z');
  });

  it('that a sleep of weeks missed are one', async () => {
    add(world, 'one', 31);
    await worker(world);
    world.now += 24 * DAY;
    await ring(await worker(world));
    await ring(await worker(world));
    expect(world.notified).toEqual([['one']]);
    expect(world.reminded.get('one')).toMatchObject({ rung: 7 });
  });

  it('stay due where the browser shows none, and come once it may', async () => {
    add(world, 'one', 7);
    world.mayNotify = false;
    await ring(await worker(world));
    expect(world.notified).toEqual([]);
    world.mayNotify = true;
    await ring(await worker(world));
    await ring(await worker(world));
    expect(world.notified).toEqual([['one']]);
  });

  it('are told by a database that refuses neither again and again nor never', async () => {
    add(world, 'one', 7);
    world.databaseFails = true;
    await ring(await worker(world));
    await ring(await worker(world));
    expect(world.notified).toEqual([]);
    expect(world.badge).toMatchObject({ text: '!', attention: 'database' });
    world.databaseFails = false;
    await ring(await worker(world));
    expect(world.notified).toEqual([['one']]);
  });

  it('keep the rest going where nothing can be read', async () => {
    world.databaseDead = true;
    const app = await worker(world);
    await ring(app);
    expect(world.badge).toMatchObject({ attention: 'database' });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
    'of a worker that dies at its call %i are told at least once, and once at the end',
    async (diesAt) => {
      add(world, 'one', 7);
      world.settings = { ...world.settings, reminders: { ...ON, on: false } };
      await survive(world, diesAt, async (app) => {
        await app.reminders.set(ON);
        await app.reminders.look();
      });
      const app = createApp(createPorts(world));
      await app.reminders.set(ON);
      await ring(await worker(world));
      expect(world.notified.length).toBeGreaterThanOrEqual(1);
      expect(world.notified.length).toBeLessThanOrEqual(2);
      const said = world.notified.length;
      await ring(await worker(world));
      expect(world.notified).toHaveLength(said);
    },
  );

  it('go away with the renewal that they were about', async () => {
    add(world, 'one', 7);
    const app = await worker(world);
    await app.connections.renewed('one', { renewedOn: dayIn(0, world.now, BERLIN) });
    await ring(app);
    expect(world.withdrawn).toEqual(['one', undefined]);
    expect(world.reminded.size).toBe(0);
    expect(world.notified).toEqual([['one']]);
  });

  it('can be set for all and for one, and put their ladders in order', async () => {
    add(world, 'one', 40);
    const app = await worker(world);
    await app.reminders.set({ on: true, ladder: [1, 30, -1, 30], quiet: { from: '20:00', to: '08:00' } });
    expect(world.settings.reminders.ladder).toEqual([30, 1, -1]);
    const wanted = { snoozedUntil: '2026-12-24', ladder: [0, 60] };
    expect(await app.reminders.remind('one', wanted)).toEqual({ ok: true });
    expect(world.connections.get('one')).toMatchObject({ snoozedUntil: '2026-12-24', ladder: [60, 0] });
    await app.reminders.remind('one', { muted: true });
    const muted = world.connections.get('one');
    expect(muted).toMatchObject({ muted: true });
    expect(muted).not.toHaveProperty('ladder');
    expect(world.badge).toEqual({ text: '', urgency: 'unknown' });
    expect(await app.reminders.remind('gone', {})).toEqual({ ok: false, problem: 'connection-gone' });
  });

  it('come on the organisation’s days for every connection where it locked them, whose own come back with it', async () => {
    add(world, 'own', 9, { ladder: [10] });
    add(world, 'other', 4);
    world.policy = { reminderDays: [5], locked: ['reminderDays'] };
    await ring(await worker(world));
    expect(world.notified).toEqual([['other']]);

    const app = await worker(world);
    expect(await app.reminders.remind('own', { muted: true, ladder: [9] })).toEqual({ ok: true });
    expect(await app.reminders.remind('own', {})).toEqual({ ok: true });
    expect(world.connections.get('own')).toMatchObject({ ladder: [10] });
    expect(world.connections.get('own')).not.toHaveProperty('muted');
    expect(world.settings.reminders).toEqual(ON);

    world.policy = {};
    await ring(await worker(world));
    expect(world.notified).toEqual([['other'], ['own']]);
  });
});

describe('the badge', () => {
  it('leaves out what is muted or put away, with its troubles', async () => {
    const world = new World();
    add(world, 'one', 90);
    add(world, 'muted', -3, { muted: true });
    add(world, 'archived', 2, { archivedAt: 1 });
    const grant = world.grants.get('muted');
    if (grant) world.grants.set('other', { ...grant, id: 'other', verdict: 'other', at: 2 });
    world.ledger.set('run', {
      id: 'run',
      connectionId: 'archived',
      marketplace: 'amazon',
      site: 'de',
      mode: 'clear',
      jar: '0',
      kinds: ['amazon'],
      phase: 'ended',
      result: 'failed',
      endedAt: 1,
      legs: [],
      progress: {},
      startedAt: 1,
    });
    await worker(world);
    expect(world.badge).toMatchObject({ text: '90', urgency: 'calm' });
  });

  it('is drawn again at the very end, in the middle of a day', async () => {
    const world = new World();
    add(world, 'one', 0);
    const grant = world.grants.get('one');
    const end = world.now + 30 * 60 * 1000;
    if (grant) world.grants.set('one', { ...grant, expiry: { basis: 'exact', at: end } });
    await worker(world);
    expect(world.badge).toMatchObject({ text: '0' });
    expect(world.alarmAt).toBe(end);
    world.now = world.alarmAt ?? 0;
    await ring(await worker(world));
    expect(world.badge).toMatchObject({ text: '!', urgency: 'expired' });
  });

  it('follows a journey to another time zone within the hour', async () => {
    const world = new World();
    add(world, 'one', 10);
    await worker(world);
    expect(world.badge).toMatchObject({ text: '10' });
    world.timeZone = 'Pacific/Auckland';
    world.now = world.alarmAt ?? 0;
    expect(world.now).toBeLessThanOrEqual(Date.parse('2026-11-20T13:00:00Z'));
    await ring(await worker(world));
    expect(world.badge).toMatchObject({ text: '9' });
  });
});
