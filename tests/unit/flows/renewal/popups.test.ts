import { describe, expect, it } from 'vitest';
import type { App } from '@/utils/flows/app.ts';
import type { World } from '../../../fakes/world.ts';
import { answer, dirtyWorld, JAR, stop, TAB, worker } from '../journey.ts';
import { survive } from '../survive.ts';

const SHOP = 'https://shop.example/admin/magnalister';

const RENEW = {
  type: 'renew',
  mode: 'clear',
  connection: { integration: 'magnalister', name: 'Nordlicht' },
  forceSignIn: false,
} as const;

/** A living renewal of a shop's plug-in. */
async function renewing(world: World): Promise<{ app: App; runId: string }> {
  const app = await worker(world);
  await stop(world, app);
  await app.guard.decide(TAB, JAR, RENEW);
  const [run] = await app.runs.living();
  return { app, runId: run?.id ?? '' };
}

describe('a shop’s pop-ups', () => {
  it('are let through from the press until the answer, and the shop is remembered', async () => {
    const world = dirtyWorld();
    world.popupsPermitted = true;
    const { app, runId } = await renewing(world);
    expect(await app.popups.want(runId, SHOP)).toEqual({ ok: true });
    expect(world.popupHosts).toEqual(['shop.example']);
    expect([...world.connections.values()][0]?.shop).toBe('shop.example');
    await answer(app);
    expect(world.popupHosts).toEqual([]);
    expect((await app.runs.all())[0]?.popups).toEqual({ host: 'shop.example', state: 'back' });
  });

  it('are let through once the permission is there, even where the pop-up that asked is gone', async () => {
    const world = dirtyWorld();
    const { app, runId } = await renewing(world);
    await app.popups.want(runId, SHOP);
    expect((await app.runs.living())[0]?.popups?.state).toBe('wanted');
    expect(world.popupHosts).toEqual([]);
    world.popupsPermitted = true;
    await app.popups.permitted();
    expect(world.popupHosts).toEqual(['shop.example']);
  });

  it.each(['', 'my shop', '*.example', 'javascript:alert(1)'])('of “%s” are not', async (address) => {
    const world = dirtyWorld();
    world.popupsPermitted = true;
    const { app, runId } = await renewing(world);
    expect(await app.popups.want(runId, address)).toEqual({ ok: false, problem: 'not-a-shop' });
    expect(world.popupHosts).toEqual([]);
  });

  it('are not let through for a renewal that is over', async () => {
    const world = dirtyWorld();
    world.popupsPermitted = true;
    const { app, runId } = await renewing(world);
    await answer(app);
    expect(await app.popups.want(runId, SHOP)).toEqual({ ok: false, problem: 'nothing-stopped' });
    expect(world.popupHosts).toEqual([]);
  });

  it.each(['cancel', 'tab'] as const)('are as before where the renewal is given up: %s', async (how) => {
    const world = dirtyWorld();
    world.popupsPermitted = true;
    const { app, runId } = await renewing(world);
    await app.popups.want(runId, SHOP);
    if (how === 'cancel') await app.renewals.choose(runId, 'cancel');
    else await app.runs.dispatch(runId, { type: 'tab-closed', tabId: TAB, at: world.now });
    expect(world.popupHosts).toEqual([]);
  });

  it('are as before at the next start of a browser that crashed, and the ledger says so', async () => {
    const world = dirtyWorld();
    world.popupsPermitted = true;
    const { app, runId } = await renewing(world);
    await app.popups.want(runId, SHOP);
    expect(world.ledger.get(runId)?.popups?.state).toBe('allowed');
    world.restartBrowser();
    expect(world.popupHosts).toEqual(['shop.example']);
    await worker(world);
    expect(world.popupHosts).toEqual([]);
    expect(world.ledger.get(runId)).toMatchObject({ result: 'abandoned', popups: { state: 'back' } });
  });

  it.each(Array.from({ length: 30 }, (_, n) => n + 1))(
    'are let through or not, but never for good, where the worker dies at call %i and the browser after it',
    async (diesAt) => {
      const world = dirtyWorld();
      world.popupsPermitted = true;
      const { runId } = await renewing(world);
      await survive(world, diesAt, (app) => app.popups.want(runId, SHOP));
      await survive(world, diesAt, (app) => app.renewals.choose(runId, 'cancel'));
      await (await worker(world)).renewals.choose(runId, 'cancel');
      expect(world.popupHosts).toEqual([]);

      await survive(world, diesAt, (app) => app.popups.want(runId, SHOP));
      world.restartBrowser();
      await worker(world);
      expect(world.popupHosts).toEqual([]);
    },
  );
});
