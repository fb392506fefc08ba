import { expect, it } from 'vitest';
import type { JarCookie, Page } from '../../driver/index.ts';
import { until } from '../../driver/wait.ts';
import type { AccountKey } from '../../simulator/index.ts';
import { comingBack, corpus, sorted } from '../support/corpus.ts';
import { type ExtensionScope, NIGHTLY, type Stage } from '../support/harness.ts';
import {
  expectAtIntegration,
  expectGrants,
  expectNoAllowance,
  popupSays,
  pressInPopup,
  runEnds,
  runsKept,
} from '../support/outcome.ts';
import {
  AMAZON,
  CLEAN,
  chooseMode,
  confirmAtAmazon,
  continueCleanAsNew,
  leaveSignedIn,
  modeAt,
  pressAway,
  signInAtAmazon,
} from '../support/person.ts';
import { sessionJourneys } from '../support/settings.ts';

/** A container as Firefox lists it. */
interface Listed {
  name: string;
  cookieStoreId: string;
}

async function containersOf({ browser }: Stage): Promise<Listed[]> {
  const all = await browser.background(async () => {
    const { chrome } = globalThis as unknown as ExtensionScope;
    return chrome.contextualIdentities.query({});
  });
  return all.filter(({ name }) => name.startsWith('Alpenglück'));
}

async function containersAre(stage: Stage, count: number): Promise<Listed[]> {
  return until(`${count} containers of ours`, async () => {
    const found = await containersOf(stage);
    return found.length === count ? found : undefined;
  });
}

/** The cookies of the default jar, read outside the extension; a guard page that looks for its jar has a cookie of its own in there for a moment. */
async function defaultJar({ browser }: Stage): Promise<JarCookie[]> {
  return until('the guard to have looked', async () => {
    const cookies = (await browser.cookies()).filter(({ jar }) => jar === 'default');
    return cookies.some(({ name }) => name.startsWith('grantkeeper-')) ? undefined : sorted(cookies);
  });
}

/** Bert is signed in, and cookies of every kind lie in the default jar. */
async function dirty(stage: Stage): Promise<JarCookie[]> {
  await leaveSignedIn(stage, 'bert');
  await stage.browser.setCookies(corpus('sellercentral-europe.amazon.com'));
  return defaultJar(stage);
}

/** A desktop program opens its authorise address. */
const openByProgram = ({ browser, simulator }: Stage): Promise<Page> =>
  browser.newTab(simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }));

const atSignIn = ({ browser }: Stage): Promise<Page> =>
  browser.waitForPage((url) => url.includes('/ap/signin'));

/** From the guard into the container, to Amazon's sign-in page there. */
async function enter(stage: Stage): Promise<Page> {
  await continueCleanAsNew(await openByProgram(stage), { mode: 'container' });
  return atSignIn(stage);
}

async function signInAndConfirm(
  stage: Stage,
  page: Page,
  software = /cloud\.microtech\.example/,
  account: AccountKey = 'anna',
): Promise<void> {
  await signInAtAmazon(stage, page, account);
  await confirmAtAmazon(page);
  await page.waitForUrl(software);
}

/** Renews a first time, confirms the account and keeps the container. */
async function renewAndKeep(stage: Stage): Promise<void> {
  const page = await enter(stage);
  await signInAndConfirm(stage, page);
  await expectGrants(stage, [{ verdict: 'first' }]);
  await pressInPopup(stage, 'Yes, this is right');
  await pressInPopup(stage, 'Keep the container for the next renewal');
  await pressInPopup(stage, 'Done');
  await page.close();
}

/** The program opens its address again; the guard suggests what was chosen before. */
async function renewAgain(stage: Stage): Promise<void> {
  // Where the pop-up has just opened by itself, a first press only closes it.
  await pressAway(await openByProgram(stage), CLEAN);
}

/** Somebody opens Amazon in the container and signs in there. */
async function signInInside({ browser }: Stage, jar: string, as: string): Promise<void> {
  const url = `${AMAZON}/__sim/sign-in?as=${as}&return=${encodeURIComponent('/__sim/blank')}`;
  await browser.background(
    async (cookieStoreId, address) => {
      const { chrome } = globalThis as unknown as ExtensionScope;
      await chrome.tabs.create({ cookieStoreId, url: address });
    },
    jar,
    url,
  );
  const page = await browser.waitForPage((address) => address === `${AMAZON}/__sim/blank`);
  await page.close();
}

const removeContainer = ({ browser }: Stage, jar: string): Promise<unknown> =>
  browser.background(async (cookieStoreId) => {
    const { chrome } = globalThis as unknown as ExtensionScope;
    await chrome.contextualIdentities.remove(cookieStoreId);
  }, jar);

/**
 * Opens the address in the default jar instead as soon as a container's tab asks for it, as an extension does that has
 * the site assigned to another container.
 */
function moveTheNextTab({ browser }: Stage, address: string): Promise<void> {
  return browser.background(async (url) => {
    const { chrome } = globalThis as unknown as ExtensionScope;
    const inContainer = await new Promise<number>((resolve) => {
      chrome.webRequest.onBeforeRequest.addListener(
        ({ tabId, cookieStoreId }) => {
          if (cookieStoreId !== 'firefox-default') resolve(tabId);
        },
        { urls: ['https://sellercentral-europe.amazon.com/*'], types: ['main_frame'] },
      );
    });
    await chrome.tabs.remove(inContainer);
    await chrome.tabs.create({ url });
  }, address);
}

/** magnalister's page in the shop opens the permission page in a pop-up; the guard stands in there. */
async function openByShop({ browser }: Stage): Promise<{ shop: Page; guard: Page }> {
  const shop = await browser.newTab('https://shop.example/admin/magnalister/amazon');
  await shop.acceptDialogs();
  await shop.role('button', 'Request / Renew Token').click();
  const guard = await browser.waitForPage((url) => url === browser.extensionUrl('guard.html'));
  return { shop, guard };
}

/** From the shop into the container and to the end of the consent. */
async function renewForShop(stage: Stage): Promise<{ shop: Page; guard: Page; page: Page }> {
  const { shop, guard } = await openByShop(stage);
  await guard.label('Software', { exact: true }).fill('magnalister');
  await chooseMode(guard, 'container');
  await guard.text('Careful: your software runs in the browser.').waitFor();
  await guard.text('the page that opened this window isn’t told when you’re done').waitFor();
  await continueCleanAsNew(guard, { software: 'magnalister', mode: 'container' });
  const page = await atSignIn(stage);
  await guard.role('heading', 'It continues in another tab').waitFor();
  await signInAtAmazon(stage, page, 'anna');
  await confirmAtAmazon(page);
  await runEnds(stage, 'granted');
  return { shop, guard, page };
}

// Chromium has no containers.
const options = { only: 'firefox' } as const;

sessionJourneys(
  'a renewal in a container',
  (stage) => {
    it('ends with the right account, touches no other session, and leaves no container', async () => {
      const before = await dirty(stage);
      const guard = await openByProgram(stage);
      // It is suggested to desktop software.
      await guard.label('Software', { exact: true }).fill('microtech büro+');
      expect(await (await modeAt(guard, 'container'))?.isChecked()).toBe(true);
      await continueCleanAsNew(guard, { mode: 'container' });
      const page = await atSignIn(stage);
      const [container] = await containersAre(stage, 1);
      expect(container?.name).toBe('Alpenglück');
      await signInAndConfirm(stage, page);
      await expectAtIntegration(stage, [{ marketplace: 'amazon', account: 'anna' }]);
      await expectGrants(stage, [{ accountId: 'A1ALPENEU00001' }]);
      await expectNoAllowance(stage);
      expect(await defaultJar(stage)).toEqual(before);

      await containersAre(stage, 1);
      await pressInPopup(stage, 'Done');
      await containersAre(stage, 0);
      expect((await stage.browser.cookies()).filter(({ jar }) => jar !== 'default')).toEqual([]);
      expect(await defaultJar(stage)).toEqual(before);
    });

    it('goes on while another one holds the default jar, and neither touches the other', async () => {
      const { browser, simulator } = stage;
      const before = await dirty(stage);
      const first = await openByProgram(stage);
      await continueCleanAsNew(first, { name: 'Berg & Tal' });
      await first.css('#ap_email').waitFor();

      const second = await browser.newTab(
        simulator.integrations.magnalister.authoriseUrl({ marketplace: 'amazon' }),
      );
      await second.role('heading', 'Another renewal is running').waitFor();
      expect(await second.axe()).toEqual([]);
      await second.role('button', 'Renew in a container at the same time').click();
      expect(await second.axe()).toEqual([]);
      await continueCleanAsNew(second, { software: 'magnalister', mode: 'container' });
      const inside = await until('the sign-in page in the container', async () => {
        for (const page of await browser.pages())
          if (page !== first && (await page.url()).includes('/ap/signin')) return page;
        return undefined;
      });
      await signInAndConfirm(stage, inside, /magnalister/);
      await first.bringToFront();
      await signInAndConfirm(stage, first, /microtech/, 'bert');
      await expectAtIntegration(stage, [
        { integration: 'magnalister', account: 'anna' },
        { integration: 'microtech', account: 'bert' },
      ]);
      const back = sorted(before.map(comingBack));
      await until('the earlier sign-in to be back', async () => {
        expect(await defaultJar(stage)).toEqual(back);
        return true;
      });
    });

    it('is kept where the person wishes, used again without a sign-in while it is the account’s own, and else cleaned', async () => {
      const { browser } = stage;
      await renewAndKeep(stage);
      const [kept] = await containersAre(stage, 1);
      await renewAgain(stage);
      const page = await browser.waitForPage((url) => url.includes('/apps/authorize/consent'));
      await page.text(/\d of \d done/).click();
      await page.text('Own container: only this account is signed in there').waitFor();
      await confirmAtAmazon(page);
      await page.waitForUrl(/cloud\.microtech\.example/);
      await expectGrants(stage, [{ verdict: 'match' }, { verdict: 'match' }]);
      await expectAtIntegration(stage, [{ account: 'anna' }, { account: 'anna' }]);
      await pressInPopup(stage, 'Done');
      expect(await containersAre(stage, 1)).toEqual([kept]);
      await page.close();

      // Somebody else signed in inside: it is cleaned first.
      await signInInside(stage, kept?.cookieStoreId ?? '', 'bert');
      await renewAgain(stage);
      await signInAndConfirm(stage, await atSignIn(stage));
      await expectGrants(stage, [{ verdict: 'match' }, { verdict: 'match' }, { verdict: 'match' }]);
      await expectAtIntegration(stage, [{ account: 'anna' }, { account: 'anna' }, { account: 'anna' }]);
    });

    it('ends where the container is removed meanwhile, and the next one makes another', async () => {
      const before = await dirty(stage);
      const page = await enter(stage);
      const [lost] = await containersAre(stage, 1);
      await removeContainer(stage, lost?.cookieStoreId ?? '');
      await runEnds(stage, 'abandoned');
      await popupSays(stage, 'The container was removed while the renewal was running.');
      await pressInPopup(stage, 'Done');
      // Firefox leaves the tab behind, on a jar that is no more.
      await page.close();
      await renewAgain(stage);
      await signInAndConfirm(stage, await atSignIn(stage));
      await expectAtIntegration(stage, [{ account: 'anna' }]);
      expect(await defaultJar(stage)).toEqual(before);
    });

    it('that another extension moves out of its container ends, and says so', async () => {
      const { browser, simulator } = stage;
      const before = await dirty(stage);
      const address = simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' });
      const guard = await browser.newTab(address);
      const moved = moveTheNextTab(stage, address);
      await continueCleanAsNew(guard, { mode: 'container' });
      await moved;
      await until('the renewal to end as moved', async () =>
        (await runsKept(stage)).some(({ reason }) => reason === 'moved') ? true : undefined,
      );
      await popupSays(stage, 'Another extension opened the page outside the container');
      await browser.waitForPage((url) => url === browser.extensionUrl('guard.html'));
      expect(simulator.grants).toEqual([]);
      expect(await defaultJar(stage)).toEqual(before);
    });

    it('survives its worker at every moment', async () => {
      const { browser } = stage;
      const before = await dirty(stage);
      const guard = await openByProgram(stage);
      await guard.role('button', CLEAN).waitFor();
      await browser.stopBackground();
      await continueCleanAsNew(guard, { mode: 'container' });
      const page = await atSignIn(stage);
      await browser.stopBackground();
      await signInAtAmazon(stage, page, 'anna');
      await page.role('button', 'Confirm', { exact: true }).waitFor();
      await browser.stopBackground();
      await confirmAtAmazon(page);
      await expectGrants(stage, [{ accountId: 'A1ALPENEU00001' }]);
      // The pop-up that opens by itself has its answers; nothing but the press wakes the worker from here on.
      await popupSays(stage, 'Done');
      await browser.stopBackground();
      await pressInPopup(stage, 'Done');
      await containersAre(stage, 0);
      expect(await defaultJar(stage)).toEqual(before);
    });

    it('takes its container with the last tab once it is over', async () => {
      const page = await enter(stage);
      await signInAndConfirm(stage, page);
      await runEnds(stage, 'granted');
      await containersAre(stage, 1);
      await stage.browser.newTab();
      await page.close();
      await containersAre(stage, 0);
      await popupSays(stage, 'The container was removed.');
    });

    it('goes on in a container of the person’s own, chosen in the settings, which is never removed', async () => {
      const { browser } = stage;
      const page = await enter(stage);
      await signInAndConfirm(stage, page);
      await expectGrants(stage, [{ verdict: 'first' }]);
      await pressInPopup(stage, 'Done');
      await containersAre(stage, 0);
      await browser.background(async () => {
        const { chrome } = globalThis as unknown as ExtensionScope;
        await chrome.contextualIdentities.create({ name: 'Alpenglück own', color: 'red', icon: 'cart' });
      });
      const [own] = await containersAre(stage, 1);
      const settings = await browser.newTab(browser.extensionUrl('options.html'));
      await settings.role('link', 'Alpenglück', { exact: true }).click();
      await settings.label('Container of “Alpenglück”').fill('Alpenglück own');
      await until('the choice to be kept', async () =>
        (await settings.label('Container of “Alpenglück”').value()) === own?.cookieStoreId ? true : undefined,
      );
      await renewAgain(stage);
      await signInAndConfirm(stage, await atSignIn(stage));
      await popupSays(stage, 'It continued in the container you chose, which stays.');
      await pressInPopup(stage, 'Done');
      expect(await containersAre(stage, 1)).toEqual([own]);
    });
  },
  options,
);

sessionJourneys(
  'a browser that crashes',
  (stage) => {
    it.each(NIGHTLY ? ['in the middle of a renewal', 'after it'] : ['after it'])(
      '%s leaves no container of it',
      async (moment) => {
        const { browser } = stage;
        const page = await enter(stage);
        if (moment === 'after it') {
          await signInAndConfirm(stage, page);
          await runEnds(stage, 'granted');
        }
        await containersAre(stage, 1);
        await browser.restart({ crash: true });
        await containersAre(stage, 0);
        await popupSays(stage, 'The container was removed.');
      },
    );
  },
  options,
);

sessionJourneys(
  'a shop’s software in the browser',
  (stage) => {
    it('that needs its own login there: the guard warns, and the end says how to tell', async () => {
      const { simulator } = stage;
      simulator.set({ integrations: { needsVendorSession: true } });
      const { page } = await renewForShop(stage);
      await page.text('Please log in first').nth(0).waitFor();
      await popupSays(stage, 'In the container you aren’t logged in to magnalister.');
      expect(simulator.grants).toEqual([]);
    });

    // The window that it opened stays behind: the permission is given in the container's tab.
    it.each(NIGHTLY ? (['post-message', 'polling'] as const) : (['polling'] as const))(
      'that learns by %s: the permission arrives, and the guard’s page says to reload',
      async (opener) => {
        const { simulator } = stage;
        simulator.set({ integrations: { opener } });
        const { shop, guard } = await renewForShop(stage);
        await expectAtIntegration(stage, [{ integration: 'magnalister', account: 'anna' }]);
        await guard.text('If your software’s page doesn’t show the permission, reload it.').waitFor();
        expect(await shop.visibleText()).toContain('Token: missing or expired');
        await shop.reload();
        await shop.text('Token: valid').waitFor();
      },
    );
  },
  options,
);
