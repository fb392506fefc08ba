import { expect, it } from 'vitest';
import { until } from '../../driver/wait.ts';
import { toList } from '../support/from-popup.ts';
import { badgeSays, type ExtensionScope, journeys, type Stage } from '../support/harness.ts';
import { expectAtIntegration, expectGrants, popupSays } from '../support/outcome.ts';
import {
  CLEAN,
  confirmAtAmazon,
  continueCleanAsNew,
  leaveSignedIn,
  signInAtAmazon,
} from '../support/person.ts';

/**
 * Firefox lets a person withhold the hosts that a manifest requires at install, and give them back at any time. Chromium
 * grants them at install and refuses to remove them; its own page of site access is out of the driver's reach.
 */
const FIREFOX_ONLY = { only: 'firefox' } as const;

const ALLOW = 'Allow access to these pages';

/** Takes access to domains away, as Firefox's own page of the extension does. */
async function withdraw({ browser }: Stage, ...domains: string[]): Promise<void> {
  const origins = domains.map((domain) => `*://*.${domain}/*`);
  const done = await browser.background((list) => {
    const { chrome } = globalThis as unknown as ExtensionScope;
    return chrome.permissions.remove({ origins: list });
  }, origins);
  expect(done).toBe(true);
}

async function isGranted({ browser }: Stage, domain: string): Promise<boolean> {
  return browser.background((origin) => {
    const { chrome } = globalThis as unknown as ExtensionScope;
    return chrome.permissions.contains({ origins: [origin] });
  }, `*://*.${domain}/*`);
}

async function untilGranted(stage: Stage, domain: string): Promise<void> {
  await until(`access to ${domain}`, async () => ((await isGranted(stage, domain)) ? true : undefined));
}

async function renewCleanly(stage: Stage): Promise<void> {
  const { browser, simulator } = stage;
  await leaveSignedIn(stage, 'bert');
  const page = await browser.newTab(simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }));
  await page.text('Someone is signed in at').waitFor();
  await continueCleanAsNew(page);
  await signInAtAmazon(stage, page, 'anna');
  await confirmAtAmazon(page);
  await expectGrants(stage, [{ accountId: 'A1ALPENEU00001' }]);
  await expectAtIntegration(stage, [{ account: 'anna' }]);
}

journeys(
  'access in a browser that grants it at install',
  (stage) => {
    it('cannot be given back, and nothing is said of it', async () => {
      await expect(withdraw(stage, 'amazon.com')).rejects.toThrow('required permissions');
      expect(await isGranted(stage, 'amazon.com')).toBe(true);
      const popup = await popupSays(stage, 'Welcome to Grantkeeper');
      expect(await popup.role('heading', 'Protection is off').count()).toBe(0);
    });
  },
  { only: 'chromium' },
);

journeys(
  'access that is withheld at install',
  (stage) => {
    it('is said at once, and asked for with a press; then everything works', async () => {
      await badgeSays(stage, '!', 'Grantkeeper: protection is off');
      const popup = await popupSays(stage, 'Protection is off');
      await popup.text('Grantkeeper isn’t allowed to see the pages of Amazon and eBay').waitFor();
      await popup.role('button', ALLOW).click();
      await untilGranted(stage, 'amazon.com');
      await badgeSays(stage, '');
      await renewCleanly(stage);
    });
  },
  { ...FIREFOX_ONLY, withholdHosts: true },
);

journeys(
  'access that is withdrawn later',
  (stage) => {
    it('is noticed, named, and asked for with a press', async () => {
      await withdraw(stage, 'amazon.de', 'ebay.fr');
      await badgeSays(stage, '!');
      const popup = await popupSays(stage, 'Protection is off');
      await popup.text('amazon.de and ebay.fr’s pages').waitFor();
      await popup.role('button', ALLOW).click();
      await untilGranted(stage, 'amazon.de');
      await untilGranted(stage, 'ebay.fr');
      await badgeSays(stage, '');
      await renewCleanly(stage);
    });

    it('keeps a renewal from starting as clean; asked for is what this renewal needs', async () => {
      await renewCleanly(stage);
      await withdraw(stage, 'amazon.com', 'ebay.com');
      const popup = await popupSays(stage, /./);
      await toList(popup);
      await popup.role('button', 'Renew “Alpenglück”').click();
      await popup.text('amazon.com’s pages').waitFor();
      await popup.role('button', ALLOW).click();
      await popup.text('What happens next:').waitFor();
      expect([await isGranted(stage, 'amazon.com'), await isGranted(stage, 'ebay.com')]).toEqual([
        true,
        false,
      ]);
    });

    it('is noticed at the guard, which goes on once it is given back', async () => {
      const { browser, simulator } = stage;
      const page = await browser.newTab(
        simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
      );
      await page.role('button', CLEAN).waitFor();
      await withdraw(stage, 'amazon.com');
      await page.role('heading', 'Protection is off').waitFor();
      await page.role('button', ALLOW).click();
      await page.role('button', CLEAN).waitFor();
    });

    it('is noticed in the middle of a renewal', async () => {
      const { browser, simulator } = stage;
      const page = await browser.newTab(
        simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
      );
      await continueCleanAsNew(page);
      await page.css('#ap_email').waitFor();
      await withdraw(stage, 'amazon.com');
      await badgeSays(stage, '!');
      const popup = await popupSays(stage, 'amazon.com’s pages');
      await popup.role('button', ALLOW).click();
      await untilGranted(stage, 'amazon.com');
      await signInAtAmazon(stage, page, 'anna');
      await confirmAtAmazon(page);
      await expectGrants(stage, [{ accountId: 'A1ALPENEU00001' }]);
    });
  },
  FIREFOX_ONLY,
);
