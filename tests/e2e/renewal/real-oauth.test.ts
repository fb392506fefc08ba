import { it } from 'vitest';
import type { Page } from '../../driver/index.ts';
import { authoriseUrl, createOAuthServer, type Wishes } from '../../oauth-server/provider.ts';
import { inTurn, journeys, type Stage } from '../support/harness.ts';
import { expectGrants, popupSays, runEnds } from '../support/outcome.ts';
import { continueCleanAsNew } from '../support/person.ts';

/** The forms in which a server may answer (OAuth 2.0 Multiple Response Types and Form Post Response Mode). */
const FORMS: [name: string, wishes: Wishes][] = [
  ['query', {}],
  ['fragment', { response_mode: 'fragment' }],
  ['form_post', { response_mode: 'form_post' }],
  ['hybrid', { response_type: 'code id_token', nonce: 'n' }],
];

/** At the server's own sign-in, in a session that the guard has cleaned. */
async function atSignIn({ browser, simulator }: Stage, wishes: Wishes): Promise<Page> {
  simulator.serve(createOAuthServer());
  const page = await browser.newTab(authoriseUrl(wishes));
  await continueCleanAsNew(page);
  return page;
}

async function signInAndConsent(page: Page): Promise<void> {
  await page.css('input[name="login"]').fill('anna');
  await page.css('input[name="password"]').fill('any');
  await page.role('button', 'Sign-in').click();
  await page.role('button', 'Continue').click();
}

journeys('at a real OAuth server', (stage, kind) => {
  it.each(inTurn(kind, FORMS))(
    'a renewal is accompanied and recorded once, answered in the form %s',
    async (_, wishes) => {
      const page = await atSignIn(stage, wishes);
      await signInAndConsent(page);
      await runEnds(stage, 'granted');
      await expectGrants(stage, [{ kind: 'ebay-oauth', verdict: 'unverified' }]);
      await popupSays(stage, 'Is this the right account?');
    },
  );

  it.each(inTurn(kind, FORMS))('a refusal is told in the form %s', async (_, wishes) => {
    const page = await atSignIn(stage, wishes);
    await page.text('Cancel').click();
    await runEnds(stage, 'declined');
    await expectGrants(stage, []);
  });

  it('an error ends the renewal and is named', async () => {
    await atSignIn(stage, { prompt: 'none' });
    await runEnds(stage, 'failed');
    await popupSays(stage, 'login_required');
    await expectGrants(stage, []);
  });
});
