import { describe, expect, it } from 'vitest';
import { finishingSteps } from '@/utils/domain/checklist.ts';
import type { Connection } from '@/utils/domain/connection.ts';
import { conditionOf } from '@/utils/domain/finishing.ts';
import type { House } from '@/utils/flows/house.ts';
import { overview } from '@/utils/flows/overview.ts';
import { createPorts, type World } from '../../fakes/world.ts';
import { AUTHORISE, answer, dirtyWorld, JAR, NEW_CONNECTION, STATE, stop, TAB, worker } from './journey.ts';

const RENEW = { type: 'renew', mode: 'clear', connection: NEW_CONNECTION, forceSignIn: false } as const;

const only = (world: World): Connection => {
  const [connection] = world.connections.values();
  if (!connection) throw new Error('no connection');
  return connection;
};

/** A renewal that the marketplace has granted. */
async function granted(account?: string): Promise<{ world: World; house: House }> {
  const world = dirtyWorld();
  const house = await worker(world);
  await stop(world, house);
  await house.guard.decide(TAB, JAR, RENEW);
  await answer(house, account === undefined ? {} : { account });
  return { world, house };
}

/** The next renewal of the first connection, a second later. */
async function renewAgain(world: World, house: House, account?: string): Promise<void> {
  world.now += 1000;
  const state = 'state-canary-0816';
  await stop(world, house, AUTHORISE.replace(STATE, state));
  await house.guard.decide(TAB, JAR, { ...RENEW, connection: { id: only(world).id } });
  await answer(house, { state, ...(account !== undefined && { account }) });
}

describe('the steps in the software', () => {
  it('are open from the moment in which the grant is there, and stay so until they are ticked', async () => {
    const { world, house } = await granted();
    expect(conditionOf(only(world))).toBe('to-finish');
    const [run] = await house.runs.all();
    await house.renewals.choose(run?.id ?? '', 'put-away');
    world.restartBrowser();
    const later = await worker(world);
    const steps = finishingSteps(only(world));
    expect(steps.map(({ state }) => state)).toEqual(['now', 'open', 'open', 'open']);
    for (const { step } of steps) await later.checklist.afterStep(only(world).id, step.id, true);
    expect(conditionOf(only(world))).toBe('working');
  });

  it('lose no tick where two come at once', async () => {
    const { world, house } = await granted();
    const { id } = only(world);
    await Promise.all(
      ['active', 'status', 'orders'].map((step) => house.checklist.afterStep(id, step, true)),
    );
    expect(only(world).finishing?.done).toEqual(['active', 'status', 'orders']);
  });

  it('are done at once where the person says that it works', async () => {
    const { world, house } = await granted();
    expect(await house.checklist.works(only(world).id)).toEqual({ ok: true });
    expect(conditionOf(only(world))).toBe('working');
  });

  it('are closed again where the account turns out to be another one', async () => {
    const { world, house } = await granted();
    const [grant] = world.grants.values();
    await house.accounts.deny(grant?.id ?? '');
    expect(only(world).finishing).toBeUndefined();
    await house.accounts.confirm(grant?.id ?? '');
    expect(conditionOf(only(world))).toBe('to-finish');
  });

  it('do not open for an account in quarantine', async () => {
    const { world, house } = await granted();
    const [grant] = world.grants.values();
    await house.accounts.confirm(grant?.id ?? '');
    await house.checklist.works(only(world).id);
    await renewAgain(world, house, 'A9SOMEBODY');
    expect(world.grants.size).toBe(2);
    expect(conditionOf(only(world))).toBe('working');
  });

  it('before the consent are ticked in the run, and survive the worker', async () => {
    const world = dirtyWorld();
    const house = await worker(world);
    await stop(world, house);
    await house.guard.decide(TAB, JAR, RENEW);
    const [run] = await house.runs.living();
    await house.checklist.beforeStep(run?.id ?? '', 'platform', true);
    await house.checklist.beforeStep(run?.id ?? '', 'inactive', true);
    await house.checklist.beforeStep(run?.id ?? '', 'platform', false);
    expect((await (await worker(world)).runs.living())[0]?.ticked).toEqual(['inactive']);
  });

  it('cannot be ticked of a connection that is gone', async () => {
    const house = await worker(dirtyWorld());
    expect(await house.checklist.afterStep('nobody', 'active', true)).toEqual({
      ok: false,
      problem: 'connection-gone',
    });
  });
});

describe('what a person reports', () => {
  it('is said by the badge and first in the list, and over with the next good grant', async () => {
    const { world, house } = await granted();
    const { id } = only(world);
    world.connections.set('calm', { ...only(world), id: 'calm', name: 'Aaa', apps: [] });
    await house.checklist.report(id, 'stopped-working');
    expect(world.badge).toMatchObject({ text: '!', trouble: 'reported' });
    expect((await overview(createPorts(world))).connections[0]).toMatchObject({ connection: { id } });

    await renewAgain(world, house);
    expect(only(world).reported).toBeUndefined();
    expect(world.badge).toMatchObject({ text: '365' });
  });

  it('can be taken back', async () => {
    const { world, house } = await granted();
    await house.checklist.report(only(world).id, 'asked-again');
    await house.checklist.report(only(world).id, undefined);
    expect(world.badge).toMatchObject({ text: '365' });
  });

  it('is over with a renewal that was not seen, but not with a date that was looked up', async () => {
    const { world, house } = await granted();
    const { id } = only(world);
    await house.checklist.report(id, 'stopped-working');
    world.now += 1000;
    await house.connections.renewed(id, { expiresOn: '2027-03-01' });
    expect(only(world).reported).toBeDefined();
    const [view] = (await overview(createPorts(world))).connections;
    expect(view?.remaining?.expiry).toEqual({ basis: 'entered', date: '2027-03-01' });
    world.now += 1000;
    await house.connections.renewed(id, { renewedOn: '2026-11-20' });
    expect(only(world).reported).toBeUndefined();
  });
});

describe('own steps', () => {
  it('are kept with their connection, in their order', async () => {
    const { world, house } = await granted();
    const ownSteps = [
      { id: '1', when: 'before', text: 'Open the tool', link: 'https://tool.example/' },
      { id: '2', when: 'after', text: 'Press import' },
    ] as const;
    expect(await house.checklist.describe(only(world).id, [...ownSteps])).toEqual({ ok: true });
    expect(only(world).ownSteps).toEqual(ownSteps);
  });
});
