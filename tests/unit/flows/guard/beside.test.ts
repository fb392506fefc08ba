import { describe, expect, it } from 'vitest';
import type { App } from '@/utils/flows/app.ts';
import type { GuardChoice } from '@/utils/flows/guard/guard-choice.ts';
import type { World } from '../../../fakes/world.ts';
import { APP, AUTHORISE, answer, dirtyWorld, JAR, STATE, stop, TAB, worker } from '../journey.ts';

const SECOND_TAB = 6;
const OTHER = AUTHORISE.replace(STATE, 'other-state').replace(APP, 'amzn1.sp.solution.other');

const renew = (name: string, mode: 'set-aside' | 'container' | 'clear'): GuardChoice => ({
  type: 'renew',
  mode,
  connection: { integration: 'microtech', name },
  forceSignIn: false,
});

/** A renewal lives in the default jar, and another program opens its address. */
async function busyWorld(containers: World['containers']): Promise<{ world: World; app: App }> {
  const world = dirtyWorld();
  world.containers = containers;
  const app = await worker(world);
  await stop(world, app);
  await app.guard.decide(TAB, JAR, renew('Nordlicht', 'set-aside'));
  await stop(world, app, OTHER, SECOND_TAB);
  return { world, app };
}

describe('a second renewal while one holds the default jar', () => {
  it('can go on in a container at the same time; neither touches the other', async () => {
    const { world, app } = await busyWorld(new Map());
    const aside = [...world.asides.values()][0];
    expect(await app.guard.view(SECOND_TAB, JAR)).toMatchObject({
      kind: 'busy',
      elsewhere: { kind: 'choose', beside: true, candidates: [], preview: { modes: ['container'] } },
    });
    expect(await app.guard.decide(SECOND_TAB, JAR, renew('Südstern', 'container'))).toEqual({ ok: true });
    const [first, second] = await app.runs.living();
    expect(first).toMatchObject({ jar: JAR, phase: 'consenting', aside: { state: 'kept' } });
    expect(second).toMatchObject({ phase: 'consenting', container: { state: 'in-use' } });
    expect(second?.jar).not.toBe(JAR);
    expect([...world.asides.values()]).toEqual([aside]);

    await answer(app);
    expect(world.cookies.map(({ name }) => name).toSorted()).toEqual(
      dirtyWorld()
        .cookies.map(({ name }) => name)
        .toSorted(),
    );
    expect((await app.runs.living()).map(({ id }) => id)).toEqual([second?.id]);
  });

  it('still waits with every other mode', async () => {
    const { world, app } = await busyWorld(new Map());
    for (const mode of ['set-aside', 'clear'] as const)
      expect(await app.guard.decide(SECOND_TAB, JAR, renew('Südstern', mode))).toEqual({
        ok: false,
        problem: 'busy',
      });
    expect(world.connections.size).toBe(1);
    expect(await app.runs.living()).toHaveLength(1);
  });

  it('is not another one of the same connection', async () => {
    const { world, app } = await busyWorld(new Map());
    const [id = ''] = world.connections.keys();
    const same: GuardChoice = { type: 'renew', mode: 'container', connection: { id }, forceSignIn: false };
    expect(await app.guard.decide(SECOND_TAB, JAR, same)).toEqual({ ok: false, problem: 'busy' });
    // Nor the same address once more.
    await stop(world, app, AUTHORISE, 7);
    const again = await app.guard.view(7, JAR);
    expect(again).toMatchObject({ kind: 'busy', same: true });
    expect(again).not.toHaveProperty('elsewhere');
    expect(await app.guard.decide(7, JAR, renew('Südstern', 'container'))).toEqual({
      ok: false,
      problem: 'busy',
    });
    expect(await app.runs.living()).toHaveLength(1);
  });

  it('has no such offer where the browser has no containers', async () => {
    const { app } = await busyWorld(undefined);
    const view = await app.guard.view(SECOND_TAB, JAR);
    expect(view).toMatchObject({ kind: 'busy' });
    expect(view).not.toHaveProperty('elsewhere');
  });
});
