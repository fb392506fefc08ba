import type { Step } from '../../chaos/script.ts';
import type { Page } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import type { ExtensionScope, Stage } from '../support/harness.ts';
import { SHOP, signInAtAmazon, signInAtEbay } from '../support/person.ts';

/** What the seller did that an oracle has to know. */
export interface Walk {
  stage: Stage;
  /** A sign-in that was there was used, or left signed out, because the seller said so. */
  saidSo: Set<'as-is' | 'clear'>;
  /** How often the browser ended: what was told to it in that moment may be lost. */
  ends: number;
  /** What each step did, for whoever reads a failure. */
  told: string[];
}

/** Milliseconds in which what a step is about may still come. */
const PATIENCE = 4_000;

/** Buttons that no honest seller clicks here, or that lead away from renewals. */
const NOT_PRESSED =
  /^(Always allow|Yes, renewed|Yes, this is right|Open here|Try it|Import|Save|Copy|Reset|Turn|Report|Renew in a private|Keep beside|Overview|Settings|Help)/;

/** The software that asks, with the permissions that it asks for one after the other. */
const SOFTWARE: ((stage: Stage) => string)[] = [
  ({ simulator }) => simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
  ({ simulator }) =>
    simulator.integrations.linnworks.authoriseUrl({ marketplace: 'ebay', kind: 'ebay-authnauth' }),
  ({ simulator }) =>
    simulator.integrations.linnworks.authoriseUrl({ marketplace: 'ebay', kind: 'ebay-oauth' }),
  ({ simulator }) => simulator.integrations.magnalister.authoriseUrl({ marketplace: 'amazon' }),
];

const nth = <T>(all: readonly T[], index: number): T | undefined => all[index % Math.max(all.length, 1)];

/** The open pages with their addresses; one that closes meanwhile is none. */
async function pagesOf({ browser }: Stage): Promise<{ page: Page; url: string }[]> {
  const pages = await browser.pages();
  const urls = await Promise.all(pages.map((page) => page.url().catch(() => '')));
  return pages.flatMap((page, index) => (urls[index] ? [{ page, url: urls[index] }] : []));
}

/** Pages in which something is there; they may still be on their way. */
async function pagesWith(stage: Stage, isThere: (page: Page) => Promise<boolean>): Promise<Page[]> {
  const look = async (): Promise<Page[] | undefined> => {
    const found: Page[] = [];
    for (const { page, url } of await pagesOf(stage))
      if (url.startsWith('https:') && (await isThere(page).catch(() => false))) found.push(page);
    return found.length > 0 ? found : undefined;
  };
  return until('such a page', look, { timeout: PATIENCE }).catch(() => []);
}

const has =
  (css: string) =>
  async (page: Page): Promise<boolean> =>
    page.css(css).isVisible();

/** Clicks one of a page's buttons as a person would; says which. */
async function pressOne({ told, saidSo }: Walk, page: Page, how: number): Promise<void> {
  for (const [label, value] of [
    ['Software', 'microtech büro+'],
    ['Your name for the account', 'Alpenglück'],
  ] as const) {
    const field = page.label(label, { exact: true });
    if ((await field.count()) === 1 && (await field.value()) === '') await field.fill(value);
  }
  const buttons = page.role('button');
  const names: string[] = [];
  for (let index = 0; index < (await buttons.count()); index += 1)
    names.push((await buttons.nth(index).text()).trim());
  // The button that goes on is what a person clicks most of the time.
  const rest = names.filter((name) => name !== '' && !NOT_PRESSED.test(name));
  const on = rest.find((name) => /^(Sign out and|Continue)/.test(name));
  const name = on !== undefined && how < 5 ? on : nth(rest, how);
  if (name === undefined) return;
  if (name.startsWith('I’m already signed in') || name.startsWith('Continue without')) saidSo.add('as-is');
  if (name.startsWith('Keep the new sign-in')) saidSo.add('clear');
  told.push(`    “${name}”`);
  await page.role('button', name, { exact: true }).nth(0).click();
}

type Act = (walk: Walk, which: number, how: number) => Promise<void>;

const ask: Act = async ({ stage }, which) => {
  await stage.browser.newTab(nth(SOFTWARE, which)?.(stage) ?? SHOP);
};

const guards = (stage: Stage): Promise<Page[]> =>
  until(
    'a guard page',
    async () => {
      const found = (await pagesOf(stage)).filter(({ url }) =>
        url.startsWith(stage.browser.extensionUrl('guard.html')),
      );
      return found.length > 0 ? found.map(({ page }) => page) : undefined;
    },
    { timeout: PATIENCE },
  ).catch(() => []);

const SIGN_INS: Record<string, (stage: Stage, page: Page) => Promise<void>> = {
  '#ap_email': (stage, page) => signInAtAmazon(stage, page, 'anna'),
  '#userid': (stage, page) => signInAtEbay(stage, page, 'anna'),
};

const signIn: Act = async ({ stage, told }, which) => {
  const pages = await pagesWith(stage, has(Object.keys(SIGN_INS).join()));
  const page = nth(pages.toReversed(), which);
  if (page === undefined) return;
  told.push(`    at ${new URL(await page.url()).host}`);
  await page.bringToFront();
  for (const [field, sign] of Object.entries(SIGN_INS))
    if (await page.css(field).isVisible()) await sign(stage, page);
};

const AGREE = /^(Confirm|Agree and Continue|I agree)$/;

/** Permission pages, the newest first. */
const consents = async (stage: Stage): Promise<Page[]> =>
  (await pagesWith(stage, async (page) => (await page.role('button', AGREE).count()) > 0)).toReversed();

const agree: Act = async ({ stage, told }, which) => {
  const page = nth(await consents(stage), which);
  if (page === undefined) return;
  told.push(`    at ${new URL(await page.url()).host}`);
  await page.bringToFront();
  const box = page.css('input[type=checkbox]');
  if ((await box.count()) === 1) await box.check();
  await page.role('button', AGREE).click();
};

const decline: Act = async ({ stage }, which) => {
  const page = nth(await consents(stage), which);
  const no = page?.role('button', /^(Cancel|Decline)$/);
  if (page === undefined || !no || (await no.count()) === 0) return;
  await page.bringToFront();
  await no.nth(0).click();
};

const popup: Act = async (walk, _, how) => {
  await pressOne(walk, await walk.stage.browser.popup(), how);
};

const closeTab: Act = async ({ stage }, which) => {
  const pages = await pagesOf(stage);
  // The last one closes the browser.
  if (pages.length < 2) await stage.browser.newTab();
  await nth(pages.toReversed(), which)?.page.close();
};

const leave: Act = async ({ stage }, which) => {
  const pages = (await pagesOf(stage)).filter(({ url }) => url.startsWith('https:'));
  await nth(pages.toReversed(), which)?.page.goto(SHOP, { wait: 'none' });
};

const dropContainer: Act = async ({ stage: { browser } }, which) => {
  if (browser.kind !== 'firefox') return;
  await browser.background(async (index) => {
    const { contextualIdentities } = (globalThis as unknown as ExtensionScope).chrome;
    const ours = (await contextualIdentities.query({})).filter(({ name }) => name.startsWith('Alpenglück'));
    const one = ours[index % Math.max(ours.length, 1)];
    if (one) await contextualIdentities.remove(one.cookieStoreId);
  }, which);
};

/** What of a script's steps can be done through the real interface. */
const ACTS: Partial<Record<Step['do'], Act>> = {
  ask,
  'ask-again': async ({ stage }, which, how) => {
    const pages = (await pagesOf(stage)).filter(({ url }) => url.startsWith('https:'));
    const address = nth(SOFTWARE, how)?.(stage);
    if (address) await nth(pages, which)?.page.goto(address, { wait: 'none' });
  },
  async guard(walk, which, how) {
    const page = nth((await guards(walk.stage)).toReversed(), which);
    if (!page) return;
    await page.bringToFront();
    // The question is there once it can be answered.
    await page.role('button').nth(0).waitFor({ timeout: PATIENCE });
    await pressOne(walk, page, how);
  },
  'sign-in': signIn,
  agree,
  decline,
  popup,
  start: popup,
  confirm: popup,
  deny: popup,
  suggestion: popup,
  'close-tab': closeTab,
  'leave-page': leave,
  'drop-container': dropContainer,
  'worker-dies': ({ stage }) => stage.browser.stopBackground(),
  async 'browser-ends'(walk, which) {
    walk.ends += 1;
    await walk.stage.browser.restart({ crash: which % 2 === 1 });
  },
};

/** Whether a step of a script can be played here. */
export const canPlay = (step: Step): boolean => ACTS[step.do] !== undefined;

/** Plays one step. What it was about may be gone by the time it acts: that is no fault, and is told. */
export async function walkOn(walk: Walk, { do: action, which = 0, how = 0 }: Step): Promise<void> {
  walk.told.push(`  ${action} ${which} ${how}`);
  await ACTS[action]?.(walk, which, how).catch((error: unknown) =>
    walk.told.push(`    not done: ${String(error).split('\n')[0]}`),
  );
}
