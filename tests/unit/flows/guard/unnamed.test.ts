import { expect, it } from 'vitest';
import type { App } from '@/utils/flows/app.ts';
import type { World } from '../../../fakes/world.ts';
import { APP, AUTHORISE, dirtyWorld, JAR, NEW_CONNECTION, stop, TAB, worker } from '../journey.ts';

/** An address of whose two ids nobody can say which one counts. */
const UNNAMED = `${AUTHORISE}&application_id=amzn1.sp.solution.another`;
const OTHER_HOST = 'https://www.amazon.de/apps/authorize/consent';
const named = (app: string, host = 'sellercentral.amazon.de'): string =>
  AUTHORISE.replace(APP, app).replace('sellercentral.amazon.de', host);

async function begun(url = UNNAMED): Promise<{ world: World; app: App }> {
  const world = dirtyWorld();
  const app = await worker(world);
  await stop(world, app, url);
  await app.guard.decide(TAB, JAR, {
    type: 'renew',
    mode: 'clear',
    connection: NEW_CONNECTION,
    forceSignIn: false,
  });
  return { world, app };
}

/** What becomes of an address in the run's tab. */
async function visit(world: World, app: App, url: string): Promise<'guard' | 'page'> {
  const where = world.visit(TAB, url);
  await app.guard.stopped(url, TAB, JAR);
  return where;
}

it('an address that names no application is let through at its own host, as often as the sign-in leads back', async () => {
  const { world, app } = await begun();
  expect(world.tabs.get(TAB)).toBe(UNNAMED);
  expect(await visit(world, app, UNNAMED)).toBe('page');
  expect(await visit(world, app, AUTHORISE.replace(/\?.*/, '?mons_redirect=remedy_uri'))).toBe('page');
  expect(world.visit(TAB + 1, UNNAMED)).toBe('guard');
});

it('at another host of the same session it goes on by the guard’s page, without a question', async () => {
  const { world, app } = await begun();
  expect(await visit(world, app, OTHER_HOST)).toBe('guard');
  const view = await app.guard.view(TAB, JAR);
  expect(view.kind).toBe('ready');
  const [run] = await app.runs.living();
  expect(await app.guard.decide(TAB, JAR, { type: 'go-on', runId: run?.id ?? '' })).toEqual({ ok: true });
  expect(world.tabs.get(TAB)).toBe(OTHER_HOST);
});

it('the first application that is named is the run’s from then on, and no other passes', async () => {
  const { world, app } = await begun();
  expect(await visit(world, app, named('amzn1.sp.solution.first'))).toBe('page');
  expect(await app.runs.living()).toMatchObject([{ legs: [{ app: 'amzn1.sp.solution.first' }] }]);
  expect(await visit(world, app, named('amzn1.sp.solution.second'))).toBe('guard');
  expect((await app.guard.view(TAB, JAR)).kind).toBe('busy');
});

it('of an address that names one, no other application is ever followed', async () => {
  const { world, app } = await begun(AUTHORISE);
  expect(await visit(world, app, named('amzn1.sp.solution.second'))).toBe('guard');
  expect((await app.guard.view(TAB, JAR)).kind).toBe('busy');
});
