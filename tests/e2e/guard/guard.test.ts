import { expect, it } from 'vitest';
import type { JarCookie, Page } from '../../driver/index.ts';
import { inTurn, journeys, type Stage } from '../support/harness.ts';
import { expectAtIntegration, popupSays } from '../support/outcome.ts';
import {
  AMAZON,
  alwaysAllow,
  CLEAN,
  chooseMode,
  confirmAtAmazon,
  continueAsIs,
  continueCleanAsNew,
  leaveSignedIn,
  openInPopup,
  SHOP,
} from '../support/person.ts';

/** Every way in which an authorise address gets into a tab; each tells the page that then shows it. */
const ways: Record<string, (stage: Stage, url: string) => Promise<Page>> = {
  'the address bar': async ({ browser }, url) => browser.newTab(url),
  'a link': async (stage, url) => {
    const page = await stage.browser.newTab(SHOP);
    await page.evaluate((href) => {
      document.body.innerHTML = '<a>Authorise</a>';
      document.querySelector('a')?.setAttribute('href', href);
    }, url);
    await page.role('link', 'Authorise').click();
    return page;
  },
  'a redirect of another site': async ({ browser }) =>
    browser.newTab('https://app.linnworks.example/settings/channel-integration/amazon/authorise'),
  'a pop-up': openInPopup,
  'a form that is posted': async ({ browser }, url) => {
    const page = await browser.newTab(SHOP);
    await page.evaluate((href) => {
      document.body.innerHTML = '<form method="post"><button>Send</button></form>';
      document.querySelector('form')?.setAttribute('action', href);
    }, url);
    await page.role('button', 'Send').click();
    return page;
  },
  'a script': async ({ browser }, url) => {
    const page = await browser.newTab(SHOP);
    await page.evaluate((href) => {
      location.assign(href);
    }, url);
    return page;
  },
};

/** The cookies, without the one by which the guard looks for its jar. */
async function sessionOf({ browser }: Stage): Promise<JarCookie[]> {
  return (await browser.cookies()).filter(({ name }) => !name.startsWith('grantkeeper-'));
}

/** From the moment in which the page moves to the one in which the button can be pressed: ms. */
const stillFor = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const button = [...document.querySelectorAll('button')].find((each) => each.classList.contains('large'));
    document.body.style.paddingTop = '7px';
    const moved = performance.now();
    await new Promise<void>((resolve) => {
      const look = (): void => {
        const ready = button?.getAttribute('aria-disabled') !== 'true' && performance.now() - moved > 50;
        if (ready) resolve();
        else requestAnimationFrame(look);
      };
      look();
    });
    return performance.now() - moved;
  });

journeys('the guard', (stage, kind) => {
  it('stops an address, however it comes, before anything is sent', async () => {
    const { browser, simulator } = stage;
    await leaveSignedIn(stage, 'bert');
    for (const [way, come] of Object.entries(ways)) {
      simulator.log.length = 0;
      const page = await come(
        stage,
        simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
      );
      await page.waitForUrl(browser.extensionUrl('guard.html'));
      await page.role('button', CLEAN).waitFor();
      expect(
        simulator.log.filter(({ path }) => path.startsWith('/apps/')),
        way,
      ).toEqual([]);
      expect(
        simulator.log.filter(({ host }) => host.endsWith('amazon.com')),
        way,
      ).toEqual([]);
      await page.close();
    }
  });

  it.each(inTurn(kind, ['fetch-through', 'cached-consent'] as const))(
    'stops it behind the page’s own service worker (%s)',
    async (serviceWorker) => {
      const { browser, simulator } = stage;
      simulator.set({ amazon: { serviceWorker } });
      await leaveSignedIn(stage, 'bert');
      const home = await browser.newTab(`${AMAZON}/home`);
      await home.css('html[data-worker="ready"]').waitFor();
      simulator.log.length = 0;

      const page = await browser.newTab(
        simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
      );
      await page.waitForUrl(browser.extensionUrl('guard.html'));
      await page.role('button', CLEAN).waitFor();
      expect(simulator.log.filter(({ path }) => path.startsWith('/apps/'))).toEqual([]);
    },
  );

  it('explains itself and acts on nothing when a page opens it, and does not show itself in a frame', async () => {
    const { browser } = stage;
    await leaveSignedIn(stage, 'bert');
    const outer = await browser.newTab(SHOP);
    await outer.evaluate((href) => {
      const frame = document.createElement('iframe');
      frame.src = href;
      document.body.append(frame);
      return new Promise<void>((resolve) => {
        frame.addEventListener('load', () => resolve());
      });
    }, browser.extensionUrl('guard.html'));
    expect(await outer.visibleText()).not.toContain('Grantkeeper');
    expect(await outer.role('button').count()).toBe(0);

    await outer.evaluate((href) => {
      location.assign(href);
    }, browser.extensionUrl('guard.html'));
    await outer.role('heading', 'Nothing is waiting here').waitFor();
    expect(await outer.role('button', CLEAN).count()).toBe(0);
    expect((await browser.cookies()).some(({ name }) => name === 'x-main')).toBe(true);
  });
});

journeys('the guard’s question', (stage) => {
  it('tells who asks and what a clean start costs; hears no hasty press and no script, wants a name, can be cancelled', async () => {
    const { browser, simulator } = stage;
    await leaveSignedIn(stage, 'bert');
    await browser.newTab(`${AMAZON}/home`);
    const page = await browser.newTab(
      simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
    );
    simulator.log.length = 0;
    const clean = page.role('button', CLEAN);
    await clean.waitFor();
    await chooseMode(page, 'set-aside');
    const before = await sessionOf(stage);
    await page.text('Details').click();
    const text = await page.visibleText();
    expect(text).toContain('sellercentral-europe.amazon.com');
    expect(text).toContain(simulator.applications.amazon.microtech.id);
    expect(text).toContain('Someone is signed in at');
    expect(text).toContain('1 open tab');
    for (const login of ['shopping on amazon.com', 'AWS', 'Advertising', 'KDP', 'code by phone']) {
      expect(text).toContain(login);
    }

    expect(await stillFor(page)).toBeGreaterThanOrEqual(500);
    await clean.click();
    await page.text('Enter a name for the account.').waitFor();

    await page.label('Your name for the account').fill('Alpenglück');
    await page.css('button.primary[aria-disabled="false"]').nth(0).waitFor();
    await page.evaluate(() => {
      for (const button of document.querySelectorAll('button')) button.click();
    });
    await clean.waitFor();
    expect(await page.url()).toBe(browser.extensionUrl('guard.html'));

    await page.role('button', 'Cancel').click();
    await page.role('heading', 'Cancelled').waitFor();
    expect(await sessionOf(stage)).toEqual(before);
    expect(simulator.log.filter(({ host }) => host.endsWith('amazon.com'))).toEqual([]);
  });

  it('goes on without clearing where the person is signed in already, and checks what comes back', async () => {
    const { browser, simulator } = stage;
    await leaveSignedIn(stage, 'anna');
    const page = await browser.newTab(
      simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
    );
    await page.label('Software', { exact: true }).fill('microtech büro+');
    await page.label('Your name for the account').fill('Alpenglück');
    await continueAsIs(page);
    await confirmAtAmazon(page);
    await page.waitForUrl(/cloud\.microtech\.example/);
    await expectAtIntegration(stage, [{ account: 'anna' }]);
    await popupSays(stage, 'Is this the right account?');
  });

  it('always lets a program through that the person trusts, until that is taken back', async () => {
    const { browser, simulator } = stage;
    await leaveSignedIn(stage, 'anna');
    const url = () => simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' });
    const page = await browser.newTab(url());
    await alwaysAllow(page);
    await page.role('button', 'Confirm', { exact: true }).waitFor();
    const second = await browser.newTab(url());
    await second.role('button', 'Confirm', { exact: true }).waitFor();

    const settings = await browser.newTab(browser.extensionUrl('options.html#settings'));
    await settings.role('button', 'Stop it again').click();
    await settings.text('Every permission page is stopped.').waitFor();
    const third = await browser.newTab(url());
    await third.role('button', CLEAN).waitFor();
  });

  it('takes an address from another browser, and stops another program in the tab of its run', async () => {
    const { browser, simulator } = stage;
    const popup = await browser.popup();
    await popup.role('button', 'Paste a link').click();
    await popup.label('Address of the authorisation page').fill('https://www.amazon.de/');
    await popup.role('button', 'Open here').click();
    await popup.text('This isn’t a permission page').waitFor();
    await popup
      .label('Address of the authorisation page')
      .fill(simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }));
    await popup.role('button', 'Open here').click();
    const page = await browser.waitForPage((url) => url === browser.extensionUrl('guard.html'));
    await continueCleanAsNew(page);
    await page.waitForUrl(/ap\/signin/);
    await page.goto(simulator.integrations.magnalister.authoriseUrl({ marketplace: 'amazon' }));
    await page.role('heading', 'Another renewal is running').waitFor();
  });
});
