import { expect, it } from 'vitest';
import { answerOf } from '@/utils/domain/address/answer/answer.ts';
import type { App } from '@/utils/flows/app.ts';
import { dirtyWorld, JAR, NEW_CONNECTION, stop, TAB, worker } from '../journey.ts';

const ASK = 'client_id=Vendor-PRD-1&redirect_uri=R&state=s1&response_type=code';
const CONSENT = `https://auth2.ebay.com/oauth2/consents?${ASK}`;
const OWN_PAGE =
  'https://signin.ebay.com/ws/eBayISAPI.dll?ThirdPartyAuthSucessFailure&isAuthSuccessful=true&state=null&code=c';

/** eBay answers on its own page, without the state, and the browser cannot tell the tab. */
async function seeSilentAnswer(app: App, jar = JAR): Promise<void> {
  const answer = answerOf(CONSENT, OWN_PAGE);
  if (!answer) throw new Error('not an answer');
  await app.callbacks.seen({ answer, jar });
}

async function atSignIn() {
  const world = dirtyWorld();
  const app = await worker(world);
  await stop(world, app, `https://auth2.ebay.com/oauth2/authorize?${ASK}`);
  await app.guard.decide(TAB, JAR, {
    type: 'renew',
    mode: 'clear',
    connection: NEW_CONNECTION,
    forceSignIn: false,
  });
  await app.pages.seen(TAB, 'https://signin.ebay.com/signin', {});
  return { world, app };
}

it('an answer without state and tab belongs to the run that stands at the consent', async () => {
  const { world, app } = await atSignIn();
  await app.pages.seen(TAB, CONSENT, {});
  await seeSilentAnswer(app);
  expect([...world.grants.values()]).toMatchObject([{ kind: 'ebay-oauth', verdict: 'unverified' }]);
});

it('it belongs to no run that is not there yet', async () => {
  const { world, app } = await atSignIn();
  await seeSilentAnswer(app);
  expect(world.grants.size).toBe(0);
});

it('it belongs to no run of another jar', async () => {
  const { world, app } = await atSignIn();
  await app.pages.seen(TAB, CONSENT, {});
  await seeSilentAnswer(app, 'another');
  expect(world.grants.size).toBe(0);
});
