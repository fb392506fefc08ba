import { expect, it } from 'vitest';
import { renewOnce, startInPopup } from '../support/from-popup.ts';
import { journeys, type Stage } from '../support/harness.ts';
import { expectAtIntegration, expectGrants } from '../support/outcome.ts';
import {
  agreeAtEbay,
  CLEAN,
  confirmAtAmazon,
  continueCleanAsNew,
  EBAY,
  leaveSignedIn,
  signInAtAmazon,
  signInAtEbay,
} from '../support/person.ts';

const ebayAddress = ({ simulator }: Stage): URL =>
  new URL(simulator.integrations.linnworks.authoriseUrl({ marketplace: 'ebay' }));
const amazonAddress = ({ simulator }: Stage): string =>
  simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' });

/** Unusual addresses of a request for consent at eBay. */
const spellings: Record<string, (url: URL) => string> = {
  'eBay’s old address': ({ search }) => `https://signin.ebay.com/authorize${search}`,
  'an encoded letter in the path': ({ search }) => `https://auth2.ebay.com/oauth2/%61uthorize${search}`,
  'a parameter of the path': ({ search }) => `https://auth2.ebay.com/oauth2;x/authorize${search}`,
  'an encoded letter in a name': ({ search }) =>
    `https://auth2.ebay.com/oauth2/authorize${search.replace('client_id', '%63lient_id')}`,
};

journeys('a request for consent', (stage) => {
  it('that is spelled in an unusual way is stopped before anything is sent, and goes on clean', async () => {
    const { browser, simulator } = stage;
    for (const [name, spell] of Object.entries(spellings)) {
      await leaveSignedIn(stage, 'bert', EBAY);
      simulator.log.length = 0;
      const page = await browser.newTab(spell(ebayAddress(stage)));
      await page.waitForUrl(browser.extensionUrl('guard.html'));
      await page.role('button', CLEAN).waitFor();
      expect(
        simulator.log.filter(({ host }) => host.endsWith('ebay.com')),
        name,
      ).toEqual([]);
      await page.close();
    }
    const page = await browser.newTab(spellings['eBay’s old address']?.(ebayAddress(stage)) ?? '');
    await continueCleanAsNew(page);
    await signInAtEbay(stage, page, 'anna');
    await agreeAtEbay(page);
    await expectAtIntegration(stage, [{ account: 'anna', kind: 'ebay-oauth' }]);
  });

  it('that names no application to be read goes on clean as well', async () => {
    const { browser } = stage;
    await leaveSignedIn(stage, 'bert');
    const address = amazonAddress(stage);
    const page = await browser.newTab(`${address}&note=application_id=another`);
    await page.text('Details').click();
    await page.text('cannot be read from the address').waitFor();
    await continueCleanAsNew(page);
    await signInAtAmazon(stage, page, 'anna');
    await confirmAtAmazon(page);
    await expectAtIntegration(stage, [{ account: 'anna' }]);
    await expectGrants(stage, [{ verdict: 'first' }]);
  });

  it('for another sign-in is stopped in the tab of a renewal, and cleaned as well', async () => {
    const { browser, simulator } = stage;
    const dutch = 'sellercentral.amazon.nl';
    await leaveSignedIn(stage, 'bert', `https://${dutch}`);
    const address = new URL(amazonAddress(stage));
    const page = await browser.newTab(address.href);
    await continueCleanAsNew(page);
    await page.css('#ap_email').waitFor();
    simulator.log.length = 0;
    await page.goto(address.href.replace(address.host, dutch));
    await page.waitForUrl(browser.extensionUrl('guard.html'));
    expect(simulator.log.filter(({ path }) => path.startsWith('/apps/'))).toEqual([]);
    await page.role('button', CLEAN).click();
    await signInAtAmazon(stage, page, 'anna');
    await confirmAtAmazon(page);
    await expectAtIntegration(stage, [{ account: 'anna' }]);
  });
});

journeys('an address that waits at the guard', (stage) => {
  it('and was stopped before a renewal began does not take it over', async () => {
    const { browser, simulator } = stage;
    await renewOnce(stage);
    const old = new URL(amazonAddress(stage));
    old.searchParams.set('state', 'attackers');
    const standing = await browser.newTab(old.href);
    await standing.role('button', CLEAN).waitFor();
    simulator.log.length = 0;
    await startInPopup(stage);
    const page = await browser.newTab(amazonAddress(stage));
    await page.css('#ap_email').waitFor();
    expect(await standing.url()).toBe(browser.extensionUrl('guard.html'));
    expect(JSON.stringify(simulator.log.map(({ url }) => String(url)))).not.toContain('attackers');
    await signInAtAmazon(stage, page, 'anna');
    await confirmAtAmazon(page);
    await expectGrants(stage, [{ verdict: 'match' }, { verdict: 'match' }]);
  });
});
