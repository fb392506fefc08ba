import { it } from 'vitest';
import type { BrowserKind } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import { switchChoices } from '../../simulator/index.ts';
import { everyValue } from '../support/by-day.ts';
import { pairwise, type Row } from '../support/cover.ts';
import { inTurn, journeys, NIGHTLY, type Stage } from '../support/harness.ts';
import { expectAtIntegration, expectGrants, runEnds } from '../support/outcome.ts';
import {
  AMAZON,
  agreeAtEbay,
  continueCleanAsNew,
  EBAY,
  leaveSignedIn,
  signInAtAmazon,
  signInAtEbay,
} from '../support/person.ts';
import { amazonChoices, ebayChoices } from '../support/unknowns.ts';

/**
 * Each row in one browser or the other by day, as many as it takes to show every value; `npm run test:nightly` plays the
 * whole cover in each.
 */
function rowsFor<R extends object>(kind: BrowserKind, rows: R[]): [string, R][] {
  const named = (NIGHTLY ? rows : everyValue(rows)).map((row, index): [string, R] => {
    const words = Object.entries(row).map(([name, value]) => `${name} ${value}`);
    return [`${index + 1}: ${words.join(', ')}`, row];
  });
  return inTurn(kind, named);
}

type AmazonRow = Row<typeof amazonChoices>;
type EbayRow = Row<typeof ebayChoices>;

/** A page of the site, open all the time; its worker, if it has one, is in control. */
async function openSite({ browser }: Stage, url: string, serviceWorker: string): Promise<void> {
  const page = await browser.newTab(url);
  if (serviceWorker !== 'none') await page.css('html[data-worker="ready"]').waitFor();
}

async function renewAtAmazon(stage: Stage, row: AmazonRow): Promise<void> {
  const { browser, simulator } = stage;
  await leaveSignedIn(stage, 'bert');
  await openSite(stage, `${AMAZON}/home`, row.serviceWorker);
  const page = await browser.newTab(simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }));
  await continueCleanAsNew(page);
  const select = page.role('button', 'Select Account');
  const email = page.css('#ap_email, #ap_email_login');
  const confirm = page.role('button', 'Confirm', { exact: true });
  const reopen = page.role('button', 'Open the permission page again');
  // What comes next depends on the row; the person does what is there until the consent shows.
  await until(
    'the consent',
    async () => {
      if ((await email.count()) > 0) await signInAtAmazon(stage, page, 'anna');
      else if ((await select.count()) > 0) {
        await page.role('radio', /Germany/).check();
        await select.click();
      } else if ((await reopen.count()) > 0) await reopen.click();
      return (await confirm.count()) > 0 ? true : undefined;
    },
    { timeout: 15_000 },
  );
  // Nothing but the answer wakes the worker: it must see every form of it.
  await page.role('checkbox').check();
  await browser.stopBackground();
  await confirm.click();
}

async function renewAtEbay(stage: Stage, row: EbayRow): Promise<void> {
  const { browser, simulator } = stage;
  simulator.grantedBefore(simulator.applications.ebay.microtech.clientId, 'bert');
  await leaveSignedIn(stage, 'bert', EBAY);
  await openSite(stage, 'https://auth2.ebay.com/__sim/blank', 'none');
  const page = await browser.newTab(simulator.integrations.microtech.authoriseUrl({ marketplace: 'ebay' }));
  await continueCleanAsNew(page);
  await signInAtEbay(stage, page, 'anna');
  if (row.greyUntilScrolled) {
    await page.role('button', 'Agree and Continue').waitFor();
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('*')) element.scrollTop = element.scrollHeight;
    });
  }
  await agreeAtEbay(page);
}

const landings = switchChoices.integrations.landing;

/** What the vendor's page does with the answer, in turn: nothing that Amazon does depends on it. */
const landingOf = (row: string): (typeof landings)[number] =>
  landings[Number.parseInt(row, 10) % landings.length] ?? landings[0];

journeys('Amazon as it may be', (stage, kind) => {
  it.each(rowsFor(kind, pairwise(amazonChoices)))('%s', async (name, row) => {
    stage.simulator.set({ amazon: row, integrations: { landing: landingOf(name) } });
    await renewAtAmazon(stage, row);
    await expectGrants(stage, [{ kind: 'amazon', accountId: 'A1ALPENEU00001', verdict: 'first' }]);
    await runEnds(stage, 'granted');
    await expectAtIntegration(stage, [{ account: 'anna' }]);
  });
});

journeys('eBay as it may be', (stage, kind) => {
  it.each(rowsFor(kind, pairwise(ebayChoices)))('%s', async (_, row) => {
    stage.simulator.set({ ebay: row });
    await renewAtEbay(stage, row);
    await expectGrants(stage, [{ kind: 'ebay-oauth', verdict: 'unverified', expiry: { basis: 'by-rule' } }]);
    await runEnds(stage, 'granted');
    if (row.accept === 'vendor') await expectAtIntegration(stage, [{ account: 'anna' }]);
  });
});
