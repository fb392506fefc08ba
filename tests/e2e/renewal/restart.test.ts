import { expect, it } from 'vitest';
import type { BrowserKind, Page } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import { badgeSays, type ExtensionScope, journeys, NIGHTLY, type Stage } from '../support/harness.ts';
import { atSignIn, type Mode, modesIn } from '../support/modes.ts';
import { expectNoAllowance, popupSays, runEnds, runsKept } from '../support/outcome.ts';
import {
  agreeAtEbay,
  CLEAN,
  chooseMode,
  confirmAtAmazon,
  continueCleanAsNew,
  EBAY,
  leaveSignedIn,
  signInAtAmazon,
  signInAtEbay,
} from '../support/person.ts';

const openAmazon = ({ browser, simulator }: Stage): Promise<Page> =>
  browser.newTab(simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }));

async function toSignIn(stage: Stage, mode: Mode): Promise<Page> {
  await leaveSignedIn(stage, 'bert');
  await continueCleanAsNew(await openAmazon(stage), { mode });
  return atSignIn(stage);
}

async function toConsent(stage: Stage, mode: Mode): Promise<Page> {
  const page = await toSignIn(stage, mode);
  await signInAtAmazon(stage, page, 'anna');
  await page.role('button', 'Confirm', { exact: true }).waitFor();
  return page;
}

/** The present sign-in does not fit into what is left of the memory: nothing was removed, and the person is told. */
async function toNotClean(stage: Stage, mode: Mode): Promise<void> {
  const { browser } = stage;
  await leaveSignedIn(stage, 'bert');
  const large = Array.from({ length: 20 }, (_, index) => ({
    name: `large-${index}`,
    value: 'x'.repeat(4000),
    domain: 'amazon.com',
    hostOnly: false,
  }));
  await browser.setCookies(large);
  await browser.background(async (room) => {
    const { chrome } = globalThis as unknown as ExtensionScope;
    const all = 10 * 1024 * 1024;
    await chrome.storage.session.set({ filler: 'x'.repeat(all - room) });
  }, 60_000);
  const page = await openAmazon(stage);
  await continueCleanAsNew(page, { mode });
  await page.text('The current sign-in is too large to set aside.').waitFor();
  const kept = (await browser.cookies()).filter(({ name }) => name.startsWith('large-'));
  expect(kept).toHaveLength(large.length);
}

/** The person begins in the toolbar, and the software has not opened its page yet. */
async function toWaiting(stage: Stage, mode: Mode): Promise<void> {
  await leaveSignedIn(stage, 'bert');
  const popup = await stage.browser.popup();
  await popup.role('button', 'Add your first connection').click();
  await popup.label('Software', { exact: true }).fill('microtech büro+');
  await popup.label('Your name for the account').fill('Alpenglück');
  await popup.role('radio', 'Expires in (days)').check();
  await popup.label('Days left').fill('6');
  await popup.role('button', 'Add').click();
  await popup.role('button', 'Renew “Alpenglück”').click();
  await popup.role('group', 'Your current sign-in').waitFor();
  await chooseMode(popup, mode);
  await popup.role('button', mode === 'container' ? 'Start in a container' : 'Sign out and start').click();
  await popup.text('Ready. Now start the renewal').waitFor();
}

/** eBay's older permission is given, the other one is missing. */
async function toSecondLeg(stage: Stage, mode: Mode): Promise<void> {
  const { browser, simulator } = stage;
  await leaveSignedIn(stage, 'bert', EBAY);
  const address = simulator.integrations.linnworks.authoriseUrl({
    marketplace: 'ebay',
    kind: 'ebay-authnauth',
  });
  await continueCleanAsNew(await browser.newTab(address), { software: 'Linnworks', mode });
  const page = await atSignIn(stage);
  await signInAtEbay(stage, page, 'anna');
  await agreeAtEbay(page);
  await page.waitForUrl(/linnworks/);
  await popupSays(stage, 'One permission is done, one is still missing');
}

async function toEnd(stage: Stage, mode: Mode): Promise<void> {
  await confirmAtAmazon(await toConsent(stage, mode));
  await runEnds(stage, 'granted');
}

interface State {
  name: string;
  reach(stage: Stage, mode: Mode): Promise<unknown>;
  /** What became of the run; none where nothing had begun. */
  result?: 'abandoned' | 'granted';
  modes: readonly Mode[];
}

const ALL = modesIn.firefox;
const NOT_CLEAN = 'where it is not clean';

/** Where a renewal can stand. The moments in between are the unit tests' (browser-end.test.ts). */
const states: State[] = [
  {
    name: 'at the guard',
    reach: async (stage) => (await openAmazon(stage)).role('button', CLEAN).waitFor(),
    modes: ['clear'],
  },
  { name: 'while it waits for the software', reach: toWaiting, result: 'abandoned', modes: ALL },
  { name: NOT_CLEAN, reach: toNotClean, result: 'abandoned', modes: ['set-aside'] },
  { name: 'at sign-in', reach: toSignIn, result: 'abandoned', modes: ALL },
  { name: 'at the consent', reach: toConsent, result: 'abandoned', modes: ALL },
  { name: 'between two permissions', reach: toSecondLeg, result: 'granted', modes: ALL },
  { name: 'after it', reach: toEnd, result: 'granted', modes: ['clear', 'container'] },
];

interface Row extends Omit<State, 'modes'> {
  mode: Mode;
  end: 'crashes' | 'is closed';
}

/** By day the one that has the most to lose; at night all. */
function rowsOf(kind: BrowserKind): Row[] {
  const rows = states.flatMap(({ modes, ...state }) =>
    modes
      .filter((mode) => modesIn[kind].some((each) => each === mode))
      .flatMap((mode) => (['crashes', 'is closed'] as const).map((end) => ({ ...state, mode, end }))),
  );
  const byDay = ({ name, mode, end }: Row): boolean =>
    name === 'at sign-in' && mode === 'set-aside' && end === 'crashes';
  return rows.filter((row) => NIGHTLY || byDay(row));
}

/** No container, no allowance, no marker and no memory of a renewal is left. */
async function expectNothingLeft(stage: Stage): Promise<void> {
  const { browser } = stage;
  await expectNoAllowance(stage);
  await until('nothing of a renewal to be left', async () => {
    const left = await browser.background(async () => {
      const { chrome } = globalThis as unknown as ExtensionScope;
      const memory = Object.keys(await chrome.storage.session.get(null));
      const containers = await (chrome.contextualIdentities?.query({}) ?? []);
      return [
        ...memory.filter((key) => /^(run|stop|aside):/.test(key)),
        ...containers.map(({ name }) => name).filter((name) => name.startsWith('Alpenglück')),
      ];
    });
    return left.length === 0 ? true : undefined;
  });
  const cookies = await browser.cookies();
  expect(cookies.filter(({ name }) => name.startsWith('grantkeeper-'))).toEqual([]);
}

/** What the pop-up says after the start of the browser. */
async function expectTold(stage: Stage, { name, mode, result }: Row): Promise<void> {
  if (result === undefined) {
    expect(await runsKept(stage)).toEqual([]);
    return;
  }
  await runEnds(stage, result);
  if (result === 'abandoned') {
    await badgeSays(stage, '!');
    await popupSays(stage, 'The browser was closed before Amazon answered.');
  } else await popupSays(stage, name === 'after it' ? 'Renewed' : 'Partly renewed');
  if (name === NOT_CLEAN) expect(await (await stage.browser.popup()).visibleText()).not.toContain('is lost');
  else if (mode === 'set-aside') await popupSays(stage, 'Your earlier sign-in is lost');
  if (mode === 'container' && name !== 'while it waits for the software')
    await popupSays(stage, 'The container was removed.');
}

journeys('a browser', (stage, kind) => {
  it.each(rowsOf(kind))(
    'that $end $name ($mode): all is told, nothing is left, and the guard guards',
    async (row) => {
      await row.reach(stage, row.mode);
      await stage.browser.restart({ crash: row.end === 'crashes' });
      await expectTold(stage, row);
      await expectNothingLeft(stage);
      const again = await openAmazon(stage);
      await again.role('button', CLEAN).waitFor();
    },
  );
});

// At night. Chromium's instance for private windows ends with the browser, as in private.test.ts with its window.
if (NIGHTLY)
  journeys(
    'a browser',
    (stage) => {
      it.each([true, false])(
        'that ends during a renewal in a private window (crash: %s) keeps nothing',
        async (crash) => {
          const { browser } = stage;
          const page = await browser.privateWindow(browser.extensionUrl('options.html'));
          await page.goto(stage.simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }));
          await page.role('button', CLEAN).click();
          await page.waitForUrl(/ap\/signin/);
          await browser.restart({ crash });
          await expectNothingLeft(stage);
          expect(await runsKept(stage)).toEqual([]);
          expect((await browser.badge()).text).toBe('');
          const again = await openAmazon(stage);
          await again.role('button', CLEAN).waitFor();
        },
      );
    },
    { incognito: true },
  );
