import { describe, expect, it } from 'vitest';
import { isAlive } from '@/utils/domain/run/run.ts';
import type { App } from '@/utils/flows/app.ts';
import { AUTHORISE, answer, dirtyWorld, JAR, NEW_CONNECTION, stop, TAB, worker } from './journey.ts';
import { survive } from './survive.ts';

const RENEW = { type: 'renew', mode: 'clear', connection: NEW_CONNECTION, forceSignIn: false } as const;

/** What the person does at the guard, whatever it shows after the worker's death. */
async function personAtGuard(app: App): Promise<void> {
  const view = await app.guard.view(TAB, JAR);
  if (view.kind === 'choose') await app.guard.decide(TAB, JAR, RENEW);
  if (view.kind === 'living' && view.run.run.phase === 'consenting') {
    await app.guard.decide(TAB, JAR, { type: 'back-to-run' });
  }
}

const points = Array.from({ length: 160 }, (_, index) => index + 1);

describe('a worker that dies', () => {
  it.each(points)(
    'at its call %i after the choice: the renewal goes on, clean and guarded',
    async (diesAt) => {
      const world = dirtyWorld();
      const first = await worker(world);
      await stop(world, first);
      await survive(world, diesAt, (app) => app.guard.decide(TAB, JAR, RENEW));

      const app = await worker(world);
      if (world.tabs.get(TAB) === 'guard') await personAtGuard(app);
      expect(world.tabs.get(TAB)).toBe(AUTHORISE);
      expect(world.cookies).toEqual([]);
      const living = await app.runs.living();
      expect(living).toHaveLength(1);
      expect(living[0]).toMatchObject({ phase: 'consenting', receipt: { clean: true } });
      expect(living[0]?.receipt?.domains[0]?.found).toBe(4);

      await answer(app);
      expect(world.grants.size).toBe(1);
      expect(world.sessionRules).toEqual([]);
    },
  );

  it.each(points)(
    'at its call %i after the callback: the grant is recorded once, and never half',
    async (diesAt) => {
      const world = dirtyWorld();
      const first = await worker(world);
      await stop(world, first);
      await first.guard.decide(TAB, JAR, RENEW);
      await survive(world, diesAt, (app) => answer(app));

      const app = await worker(world);
      const [run] = await app.runs.all();
      expect(world.grants.size).toBe(run && isAlive(run) ? 0 : 1);
      // The page sees the same answer a second time, or the person presses again.
      await answer(app);
      expect(world.grants.size).toBe(1);
      expect((await app.runs.all())[0]).toMatchObject({ result: 'granted' });
      expect(world.sessionRules).toEqual([]);
      expect(world.badge).toMatchObject({ text: '365' });
    },
  );

  it('leaves no call untried in the two tests above', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app);
    const choosing = await survive(world, Number.POSITIVE_INFINITY, (each) =>
      each.guard.decide(TAB, JAR, RENEW),
    );
    const answering = await survive(world, Number.POSITIVE_INFINITY, (each) => answer(each));
    expect(Math.max(choosing, answering)).toBeLessThan(points.length);
  });
});

describe('a browser that is closed', () => {
  it('leaves a run that says so, and neither allowance nor grant', async () => {
    const world = dirtyWorld();
    const first = await worker(world);
    await stop(world, first);
    await first.guard.decide(TAB, JAR, RENEW);
    world.restartBrowser();
    const app = await worker(world);
    expect(world.ledger.values().toArray()).toMatchObject([
      { result: 'abandoned', reason: 'browser-closed' },
    ]);
    expect(await app.runs.living()).toEqual([]);
    expect(world.grants.size).toBe(0);
    expect(world.badge).toMatchObject({ text: '!', attention: 'unfinished' });
  });

  it('before the grant could be saved: it is kept in memory and saved once the database is back', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app);
    await app.guard.decide(TAB, JAR, RENEW);
    world.databaseFails = true;
    await answer(app);
    expect(world.grants.size).toBe(0);
    world.databaseFails = false;
    await worker(world);
    expect(world.grants.size).toBe(1);
  });
});
