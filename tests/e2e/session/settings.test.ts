import { expect, it } from 'vitest';
import type { JarCookie } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import { comingBack, corpus, sorted } from '../support/corpus.ts';
import { journeys, type Stage } from '../support/harness.ts';
import { expectAtIntegration, popupSays } from '../support/outcome.ts';
import { confirmAtAmazon, continueCleanAsNew, leaveSignedIn, signInAtAmazon } from '../support/person.ts';
import { settings } from '../support/settings.ts';

const HOST = 'sellercentral-europe.amazon.com';

async function jar({ browser }: Stage): Promise<JarCookie[]> {
  const all = (await browser.cookies()).filter(({ jar }) => jar === 'default');
  return sorted(all.filter(({ domain }) => domain.endsWith('amazon.com')));
}

// At night every journey about sessions is played in each setting; here the one that asks the most of it.
for (const { name, options } of settings) {
  journeys(
    `a browser ${name},`,
    (stage) => {
      it('is cleaned with proof, brings the grant to the right account, and has the old sign-in back', async () => {
        const { browser, simulator } = stage;
        await leaveSignedIn(stage, 'bert');
        await browser.setCookies(corpus(HOST));
        const page = await browser.newTab(
          simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
        );
        await page.text('Someone is signed in at').waitFor();
        const before = await jar(stage);
        await continueCleanAsNew(page);
        await page.waitForUrl(/ap\/signin/);
        const old = new Set(before.map(({ value }) => value));
        expect((await jar(stage)).filter(({ value }) => old.has(value))).toEqual([]);
        await signInAtAmazon(stage, page, 'anna');
        await confirmAtAmazon(page);
        await page.waitForUrl(/cloud\.microtech\.example/);
        await expectAtIntegration(stage, [{ marketplace: 'amazon', account: 'anna' }]);
        const expected = sorted(before.map(comingBack));
        await until('as many cookies as before', async () =>
          (await jar(stage)).length === expected.length ? true : undefined,
        ).catch(() => undefined);
        expect(await jar(stage)).toEqual(expected);
        const popup = await popupSays(stage, 'Your earlier sign-in is back.');
        await popup.text('What was cleared').click();
        expect(await popup.visibleText()).toMatch(/amazon\.com: \d+ found, \d+ removed, 0 left/);
      });
    },
    options,
  );
}
