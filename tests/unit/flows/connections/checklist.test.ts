import { describe, expect, it } from 'vitest';
import type { Connection } from '@/utils/domain/account/connection.ts';
import { finishingSteps } from '@/utils/domain/run/checklist/checklist.ts';
import { conditionOf } from '@/utils/domain/run/checklist/finishing.ts';
import type { App } from '@/utils/flows/app.ts';
import { overview } from '@/utils/flows/reading/overview.ts';
import { createPorts } from '../../../fakes/ports.ts';
import type { World } from '../../../fakes/world.ts';
import { AUTHORISE, answer, dirtyWorld, JAR, NEW_CONNECTION, STATE, stop, TAB, worker } from '../journey.ts';

const RENEW = { type: 'renew', mode: 'clear', connection: NEW_CONNECTION, forceSignIn: false } as const;

const only = (world: World): Connection => {
  const [connection] = world.connections.values();
  if (!connection) throw new Error('no connection');
  return connection;
};

/** A renewal that the marketplace has granted. */
async function granted(account?: string): Promise<{ world: World; app: App }> {
  const world = dirtyWorld();
  const app = await worker(world);
  await stop(world, app);
  await app.guard.decide(TAB, JAR, RENEW);
  await answer(app, account === undefined ? {} : { account });
  return { world, app };
}

/** The next renewal of the first connection, a second later. */
async function renewAgain(world: World, app: App, account?: string): Promise<void> {
  world.now += 1000;
  const state = 'state-canary-0816';
  await stop(world, app, AUTHORISE.replace(STATE, state));
  await app.guard.decide(TAB, JAR, { ...RENEW, connection: { id: only(world).id } });
  await answer(app, { state, ...(account !== undefined && { account }) });
}

describe('the steps in the software', () => {
  it('are open from the moment in which the grant is there, and stay so until they are ticked', async () => {
    const { world, app } = await granted();
    expect(conditionOf(only(world))).toBe('to-finish');
    const [run] = await app.runs.all();
    await app.renewals.choose(run?.id ?? '', 'put-away');
    world.restartBrowser();
    const later = await worker(world);
    const steps = finishingSteps(only(world));
    expect(steps.map(({ state }) => state)).toEqual(['now', 'open', 'open', 'open']);
    for (const { step } of steps) await later.checklist.afterStep(only(world).id, step.id, true);
    expect(conditionOf(only(world))).toBe('working');
  });

  it('lose no tick where two come at once', async () => {
    const { world, app } = await granted();
    const { id } = only(world);
    await Promise.all(['active', 'status', 'orders'].map((step) => app.checklist.afterStep(id, step, true)));
    expect(only(world).finishing?.done).toEqual(['active', 'status', 'orders']);
  });

  it('are done at once where the person says that it works', async () => {
    const { world, app } = await granted();
    expect(await app.checklist.works(only(world).id)).toEqual({ ok: true });
    expect(conditionOf(only(world))).toBe('working');
  });

  it('are closed again where the account turns out to be another one', async () => {
    const { world, app } = await granted();
    const [grant] = world.grants.values();
    await app.accounts.deny(grant?.id ?? '');
    expect(only(world).finishing).toBeUndefined();
    await app.accounts.confirm(grant?.id ?? '');
    expect(conditionOf(only(world))).toBe('to-finish');
  });

  it('do not open for an account in quarantine', async () => {
    const { world, app } = await granted();
    const [grant] = world.grants.values();
    await app.accounts.confirm(grant?.id ?? '');
    await app.checklist.works(only(world).id);
    await renewAgain(world, app, 'A9SOMEBODY');
    expect(world.grants.size).toBe(2);
    expect(conditionOf(only(world))).toBe('working');
  });

  it('before the consent are ticked in the run, and survive the worker', async () => {
    const world = dirtyWorld();
    const app = await worker(world);
    await stop(world, app);
    await app.guard.decide(TAB, JAR, RENEW);
    const [run] = await app.runs.living();
    await app.checklist.beforeStep(run?.id ?? '', 'platform', true);
    await app.checklist.beforeStep(run?.id ?? '', 'inactive', true);
    await app.checklist.beforeStep(run?.id ?? '', 'platform', false);
    expect((await (await worker(world)).runs.living())[0]?.ticked).toEqual(['inactive']);
  });

  it('cannot be ticked of a connection that is gone', async () => {
    const app = await worker(dirtyWorld());
    expect(await app.checklist.afterStep('nobody', 'active', true)).toEqual({
      ok: false,
      problem: 'connection-gone',
    });
  });
});

describe('what a person reports', () => {
  it('is said by the badge and first in the list, and over with the next good grant', async () => {
    const { world, app } = await granted();
    const { id } = only(world);
    world.connections.set('calm', { ...only(world), id: 'calm', name: 'Aaa', apps: [] });
    await app.checklist.report(id, 'stopped-working');
    expect(world.badge).toMatchObject({ text: '!', attention: 'reported' });
    expect((await overview(createPorts(world))).connections[0]).toMatchObject({ connection: { id } });

    await renewAgain(world, app);
    expect(only(world).reported).toBeUndefined();
    expect(world.badge).toMatchObject({ text: '365' });
  });

  it('can be taken back', async () => {
    const { world, app } = await granted();
    await app.checklist.report(only(world).id, 'asked-again');
    await app.checklist.report(only(world).id, undefined);
    expect(world.badge).toMatchObject({ text: '365' });
  });

  it('is over with a renewal that was not seen, but not with a date that was looked up', async () => {
    const { world, app } = await granted();
    const { id } = only(world);
    await app.checklist.report(id, 'stopped-working');
    world.now += 1000;
    await app.connections.renewed(id, { expiresOn: '2027-03-01' });
    expect(only(world).reported).toBeDefined();
    const [view] = (await overview(createPorts(world))).connections;
    expect(view?.remaining?.expiry).toEqual({ basis: 'entered', date: '2027-03-01' });
    world.now += 1000;
    await app.connections.renewed(id, { renewedOn: '2026-11-20' });
    expect(only(world).reported).toBeUndefined();
  });
});

describe('own steps', () => {
  it('are kept with their connection, in their order', async () => {
    const { world, app } = await granted();
    const ownSteps = [
      { id: '1', when: 'before', text: 'Open the tool', link: 'https://tool.example/' },
      { id: '2', when: 'after', text: 'Press import' },
    ] as const;
    expect(await app.checklist.describe(only(world).id, [...ownSteps])).toEqual({ ok: true });
    expect(only(world).ownSteps).toEqual(ownSteps);
  });
});
