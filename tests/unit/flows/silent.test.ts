import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPatience, LIMIT, notedIn } from '@/utils/db/patience.ts';
import { type App, createApp } from '@/utils/flows/app.ts';
import { createPorts } from '../../fakes/ports.ts';
import type { World } from '../../fakes/world.ts';
import { answer, dirtyWorld, JAR, NEW_CONNECTION, stop, TAB } from './journey.ts';

/** So long a page may say that it is but a moment: ms. */
const AT_MOST = 4000;

const RENEW = { type: 'renew', mode: 'clear', connection: NEW_CONNECTION, forceSignIn: false } as const;

/** Every call of the database that can hang, and all of them together. */
const TABLES = [
  'connections',
  'grants',
  'ledger',
  'suggestions',
  'exemptions',
  'settings',
  'reminded',
  'upcoming',
  'replica',
  'backup',
] as const;
const plain = createPorts(dirtyWorld());
const CALLS = TABLES.flatMap((table) => Object.keys(plain[table]).map((call) => `${table}.${call}`));
const KINDS = [...CALLS, ...TABLES.map((table) => `${table}.`), 'all of it'];

/** A database of which some calls get no answer until it is free again. */
function hanging(which: string) {
  let gate: PromiseWithResolvers<void> | undefined;
  const isIt = (call: string): boolean =>
    which === 'all of it'
      ? TABLES.some((table) => call.startsWith(`${table}.`))
      : which.endsWith('.')
        ? call.startsWith(which)
        : call === which;
  return {
    hook: async (call: string): Promise<void> => {
      if (gate && isIt(call)) await gate.promise;
    },
    hang(): void {
      gate = Promise.withResolvers();
    },
    free(): void {
      gate?.resolve();
      gate = undefined;
    },
  };
}

/** A worker as the background has it. */
function begin(world: World, hook: (call: string) => Promise<void>): App {
  const health = createPorts(world).health;
  const patient = createPatience(notedIn(health, () => void app.wake()));
  const app = createApp(createPorts(world, hook, patient));
  return app;
}

type Became = 'answered' | 'refused' | 'nothing';

/** What has become of it by now. */
function became(doing: Promise<unknown>): () => Became {
  let is: Became = 'nothing';
  doing.then(
    () => {
      is = 'answered';
    },
    () => {
      is = 'refused';
    },
  );
  return () => is;
}

/** Lets so much time pass, and says what became of it by then. */
async function within(ms: number, doing: Promise<unknown>): Promise<Became> {
  const now = became(doing);
  await vi.advanceTimersByTimeAsync(ms);
  return now();
}

const settle = async (app: App): Promise<void> => {
  expect(await within(60_000, app.idle())).toBe('answered');
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What the surfaces ask, by name. */
const QUESTIONS: Record<string, (app: App) => Promise<unknown>> = {
  'the guard': (app) => app.guard.view(TAB, JAR),
  'the pop-up': (app) => app.reading.overview(),
  'the obstacles': (app) => app.reading.obstacles(),
  'the dashboard': (app) => app.dashboard.list(),
  'the bin': (app) => app.dashboard.removed(),
  'a history': (app) => app.dashboard.history('one'),
  'the settings': (app) => app.ports.settings.get(),
  'what is always let through': (app) => app.ports.exemptions.all(),
  'what an organisation decides': (app) => app.managed.view(),
  'the sync': (app) => app.sync.view(),
  'the card on a page': (app) => app.pages.arrived(TAB, 'https://sellercentral.amazon.de/home'),
  'a press at the guard': (app) => app.guard.decide(TAB, JAR, RENEW),
  'a new connection': (app) =>
    app.connections.add({
      ...NEW_CONNECTION,
      marketplace: 'amazon',
      site: 'de',
      expiry: { unknown: true },
    }),
  'a muted connection': (app) => app.dashboard.mute('one', true),
};

describe.each(KINDS)('while %s gets no answer', (which) => {
  it('everybody else gets one in time, whether the worker has just begun or not', async () => {
    for (const wakes of [true, false]) {
      const world = dirtyWorld();
      const database = hanging(which);
      const app = begin(world, database.hook);
      if (!wakes) {
        await app.wake();
        await settle(app);
      }
      await stop(world, app);
      await settle(app);
      database.hang();
      const ready = wakes ? app.wake() : Promise.resolve();
      const asked = Object.entries(QUESTIONS).map(([name, ask]) => {
        const doing = ready.then(() => ask(app));
        return { name, became: became(doing) };
      });
      await vi.advanceTimersByTimeAsync(AT_MOST);
      expect(asked.filter((each) => each.became() === 'nothing').map(({ name }) => name)).toEqual([]);
    }
  });

  it('an answer is not lost, and is noted once when the database is back', async () => {
    const world = dirtyWorld();
    const database = hanging(which);
    const app = begin(world, database.hook);
    await app.wake();
    await stop(world, app);
    await app.guard.decide(TAB, JAR, RENEW);
    await settle(app);
    database.hang();
    expect(await within(AT_MOST, answer(app))).not.toBe('nothing');
    database.free();
    await settle(app);
    expect([...world.grants.values()]).toHaveLength(1);
    expect([...world.ledger.values()]).toMatchObject([{ phase: 'ended', result: 'granted' }]);
    expect(world.unsaved.size).toBe(0);
    expect((await app.reading.obstacles()).obstacles).toEqual([]);
  });
});

it('a silent database is told as one, and as working again', async () => {
  const world = dirtyWorld();
  const database = hanging('all of it');
  const app = begin(world, database.hook);
  await app.wake();
  database.hang();
  const asked = app.reading.overview();
  await vi.advanceTimersByTimeAsync(AT_MOST);
  expect(await asked).toMatchObject({ obstacles: [{ kind: 'database', why: 'silent' }] });
  expect(world.badge).toMatchObject({ text: '!' });
  database.free();
  await settle(app);
  expect(await app.reading.overview()).toMatchObject({ obstacles: [] });
  expect(world.badge?.attention).toBeUndefined();
});

it('the first worker that gets an answer takes back what another one noted', async () => {
  const world = dirtyWorld();
  world.databaseTrouble = true;
  world.databaseWhy = 'silent';
  const app = begin(world, async () => undefined);
  await app.wake();
  await settle(app);
  expect((await app.reading.obstacles()).obstacles).toEqual([]);
});

it('what is slow and does answer is no silence', async () => {
  const world = dirtyWorld();
  const slow = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LIMIT - 1));
  const app = begin(world, (call) => (call === 'connections.all' ? slow() : Promise.resolve()));
  expect(await within(LIMIT, app.dashboard.list())).toBe('answered');
  expect(world.databaseTrouble).toBe(false);
});
