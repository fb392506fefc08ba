import { expect, it } from 'vitest';
import type { Page } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import { corpus } from '../support/corpus.ts';
import { renewOnce, startInPopup } from '../support/from-popup.ts';
import { badgeSays, daysOf, inTurn, journeys, LIFETIME, NIGHTLY, type Stage } from '../support/harness.ts';
import { expectBack, jarOf } from '../support/jars.ts';
import { atSignIn, modesToPlay } from '../support/modes.ts';
import {
  expectAtIntegration,
  expectGrants,
  expectNoAllowance,
  popupSays,
  pressInPopup,
  runEnds,
} from '../support/outcome.ts';
import {
  AMAZON,
  CLEAN,
  confirmAtAmazon,
  continueCleanAsNew,
  leaveSignedIn,
  signInAtAmazon,
} from '../support/person.ts';

const open = ({ browser, simulator }: Stage): Promise<Page> =>
  browser.newTab(simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }));

/** The moments between which a worker can be stopped. */
const moments = [
  'at the guard',
  'after cleaning',
  'at sign-in',
  'at the consent',
  'at every one of them',
] as const;

journeys('a worker that is stopped', (stage, kind) => {
  // By day all the moments of one journey; at night each alone too, and in every mode.
  const played = NIGHTLY ? moments : (['at every one of them'] as const);
  const rows = played.flatMap((moment) => modesToPlay(kind).map((mode) => ({ moment, mode })));
  it.each(rows)('$moment ($mode): the grant is recorded once', async ({ moment, mode }) => {
    const { browser } = stage;
    const stopAt = async (here: (typeof moments)[number]): Promise<void> => {
      if (moment === here || moment === 'at every one of them') await browser.stopBackground();
    };
    await leaveSignedIn(stage, 'bert');
    const guard = await open(stage);
    await guard.role('button', CLEAN).waitFor();
    await stopAt('at the guard');
    await continueCleanAsNew(guard, { mode });
    const page = await atSignIn(stage);
    await page.css('#ap_email').waitFor();
    await stopAt('after cleaning');
    await page.css('#ap_email').fill('someone');
    await stopAt('at sign-in');
    await signInAtAmazon(stage, page, 'anna');
    await page.role('button', 'Confirm', { exact: true }).waitFor();
    await stopAt('at the consent');
    await confirmAtAmazon(page);
    await page.waitForUrl(/cloud\.microtech\.example/);
    await expectGrants(stage, [{ accountId: 'A1ALPENEU00001' }]);
    await badgeSays(stage, daysOf(LIFETIME.amazon));
    await expectNoAllowance(stage);
    await expectAtIntegration(stage, [{ account: 'anna' }]);
  });

  it('before an answer that the site’s own worker fetches: it is wakened and records it', async () => {
    const { browser, simulator } = stage;
    simulator.set({ amazon: { handoff: 'post-302', serviceWorker: 'fetch-through' } });
    await leaveSignedIn(stage, 'bert');
    const home = await browser.newTab(`${AMAZON}/home`);
    await home.css('html[data-worker="ready"]').waitFor();
    const page = await open(stage);
    await continueCleanAsNew(page);
    await signInAtAmazon(stage, page, 'anna');
    await page.role('checkbox').check();
    await page.text('Click “Confirm”').waitFor();
    await browser.stopBackground();
    await page.role('button', 'Confirm', { exact: true }).click();
    await expectGrants(stage, [{ accountId: 'A1ALPENEU00001' }]);
  });
});

journeys('a browser that is closed', (stage, kind) => {
  it.each(inTurn(kind, [true, false]))(
    'keeps its grants; in the middle of a renewal (crash: %s) it says so at the next start, and guards again',
    async (crash) => {
      const { browser } = stage;
      const first = await open(stage);
      await continueCleanAsNew(first);
      await signInAtAmazon(stage, first, 'anna');
      await confirmAtAmazon(first);
      await badgeSays(stage, daysOf(LIFETIME.amazon));
      await browser.restart();
      await badgeSays(stage, daysOf(LIFETIME.amazon));

      const page = await open(stage);
      await continueCleanAsNew(page, { name: 'Nordlicht' });
      await page.css('#ap_email').waitFor();
      await browser.restart({ crash });
      await runEnds(stage, 'abandoned');
      await badgeSays(stage, '!');
      await expectNoAllowance(stage);
      const again = await open(stage);
      await again.role('button', CLEAN).waitFor();
      // The account of the first one is asked about before anything else.
      await pressInPopup(stage, 'Yes, this is right');
      // What has ended since is said in its turn, the last one first.
      await popupSays(stage, 'The browser was closed before Amazon answered.');
    },
  );
});

/** The version to which the extension is updated. */
const NEWER = '99.0.0';

/** Waits until it does. */
const newerRuns = ({ browser }: Stage): Promise<true> =>
  until('the newer version to run', async () =>
    (await browser.extensionVersion()) === NEWER ? true : undefined,
  );

/** Longer than Chromium leaves a worker that has nothing to do: ms. */
const IDLE = 35_000;

/**
 * The person does nothing for a while. Firefox waits for a background that is stopped too; Chromium's worker is not to
 * be stopped while there is something to lose, since no update waits for a stopped one.
 */
async function leaveAlone({ browser }: Stage): Promise<void> {
  if (browser.kind === 'firefox') return browser.stopBackground();
  const since = performance.now();
  const isOver = async () => performance.now() - since > IDLE || undefined;
  await until('Chromium to have had time to stop an idle worker', isOver, { timeout: 2 * IDLE });
}

// At night. Chromium updates only what a policy installed, which is tried where a browser can be started under one.
if (NIGHTLY)
  journeys(
    'an update of the extension',
    (stage) => {
      it('in the middle of a renewal waits, however long the person does nothing, until the earlier sign-in is back', async () => {
        const { browser, simulator } = stage;
        await leaveSignedIn(stage, 'bert');
        await browser.setCookies(corpus('sellercentral-europe.amazon.com'));
        const page = await browser.newTab(
          simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
        );
        await page.role('button', CLEAN).waitFor();
        const before = await jarOf(stage, 'amazon.com');
        await continueCleanAsNew(page);
        await page.waitForUrl(/ap\/signin/);

        await leaveAlone(stage);
        expect(await browser.update(NEWER)).toBe(true);
        await signInAtAmazon(stage, page, 'anna');
        expect(await browser.extensionVersion()).not.toBe(NEWER);
        await confirmAtAmazon(page);
        await page.waitForUrl(/cloud\.microtech\.example/);

        await newerRuns(stage);
        await expectBack(stage, 'amazon.com', before);
        await expectAtIntegration(stage, [{ marketplace: 'amazon', account: 'anna' }]);
        await expectGrants(stage, [{ accountId: 'A1ALPENEU00001' }]);
        await badgeSays(stage, daysOf(LIFETIME.amazon));
        await popupSays(stage, 'Your earlier sign-in is back.');
      });

      it('while a renewal waits for its software waits too, though no page of it is open', async () => {
        const { browser, simulator } = stage;
        await renewOnce(stage);
        await browser.clearCookies();
        await leaveSignedIn(stage, 'bert');
        await browser.closePages();
        const before = await jarOf(stage, 'amazon.com');
        await startInPopup(stage);
        await browser.closePages();

        await leaveAlone(stage);
        expect(await browser.update(NEWER)).toBe(true);
        const page = await browser.newTab(
          simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
        );
        await signInAtAmazon(stage, page, 'anna');
        await confirmAtAmazon(page);
        await newerRuns(stage);
        await expectBack(stage, 'amazon.com', before);
      });

      it('does not wait where nothing is under way', async () => {
        await stage.browser.update(NEWER);
        await newerRuns(stage);
      });
    },
    { packed: true },
  );
