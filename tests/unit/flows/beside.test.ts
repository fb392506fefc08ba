import { describe, expect, it } from 'vitest';
import type { GuardChoice } from '@/utils/flows/guard.ts';
import type { House } from '@/utils/flows/house.ts';
import type { World } from '../../fakes/world.ts';
import { APP, AUTHORISE, answer, dirtyWorld, JAR, STATE, stop, TAB, worker } from './journey.ts';

const SECOND_TAB = 6;
const OTHER = AUTHORISE.replace(STATE, 'other-state').replace(APP, 'amzn1.sp.solution.other');

const renew = (name: string, mode: 'set-aside' | 'container' | 'clear'): GuardChoice => ({
  type: 'renew',
  mode,
  connection: { integration: 'microtech', name },
  forceSignIn: false,
});

/** A renewal lives in the default jar, and another program opens its address. */
async function busyWorld(containers: World['containers']): Promise<{ world: World; house: House }> {
  const world = dirtyWorld();
  world.containers = containers;
  const house = await worker(world);
  await stop(world, house);
  await house.guard.decide(TAB, JAR, renew('Nordlicht', 'set-aside'));
  await stop(world, house, OTHER, SECOND_TAB);
  return { world, house };
}

describe('a second renewal while one holds the default jar', () => {
  it('can go on in a container at the same time; neither touches the other', async () => {
    const { world, house } = await busyWorld(new Map());
    const aside = [...world.asides.values()][0];
    expect(await house.guard.view(SECOND_TAB, JAR)).toMatchObject({
      kind: 'busy',
      elsewhere: { kind: 'choose', beside: true, candidates: [], preview: { modes: ['container'] } },
    });
    expect(await house.guard.decide(SECOND_TAB, JAR, renew('Südstern', 'container'))).toEqual({ ok: true });
    const [first, second] = await house.runs.living();
    expect(first).toMatchObject({ jar: JAR, phase: 'consenting', aside: { state: 'kept' } });
    expect(second).toMatchObject({ phase: 'consenting', container: { state: 'in-use' } });
    expect(second?.jar).not.toBe(JAR);
    expect([...world.asides.values()]).toEqual([aside]);

    await answer(house);
    expect(world.cookies.map(({ name }) => name).toSorted()).toEqual(
      dirtyWorld()
        .cookies.map(({ name }) => name)
        .toSorted(),
    );
    expect((await house.runs.living()).map(({ id }) => id)).toEqual([second?.id]);
  });

  it('still waits with every other mode', async () => {
    const { world, house } = await busyWorld(new Map());
    for (const mode of ['set-aside', 'clear'] as const)
      expect(await house.guard.decide(SECOND_TAB, JAR, renew('Südstern', mode))).toEqual({
        ok: false,
        problem: 'busy',
      });
    expect(world.connections.size).toBe(1);
    expect(await house.runs.living()).toHaveLength(1);
  });

  it('is not another one of the same connection', async () => {
    const { world, house } = await busyWorld(new Map());
    const [id = ''] = world.connections.keys();
    const same: GuardChoice = { type: 'renew', mode: 'container', connection: { id }, forceSignIn: false };
    expect(await house.guard.decide(SECOND_TAB, JAR, same)).toEqual({ ok: false, problem: 'busy' });
    // Nor the same address once more.
    await stop(world, house, AUTHORISE, 7);
    const again = await house.guard.view(7, JAR);
    expect(again).toMatchObject({ kind: 'busy', same: true });
    expect(again).not.toHaveProperty('elsewhere');
    expect(await house.guard.decide(7, JAR, renew('Südstern', 'container'))).toEqual({
      ok: false,
      problem: 'busy',
    });
    expect(await house.runs.living()).toHaveLength(1);
  });

  it('has no such offer where the browser has no containers', async () => {
    const { house } = await busyWorld(undefined);
    const view = await house.guard.view(SECOND_TAB, JAR);
    expect(view).toMatchObject({ kind: 'busy' });
    expect(view).not.toHaveProperty('elsewhere');
  });
});
