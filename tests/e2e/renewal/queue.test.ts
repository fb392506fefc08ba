import { expect, it } from 'vitest';
import { until } from '../../driver/wait.ts';
import { itIs } from '../support/clock.ts';
import { toList } from '../support/from-popup.ts';
import { badgeSays, journeys, type Stage } from '../support/harness.ts';
import { expectAtIntegration, popupSays, pressInPopup } from '../support/outcome.ts';
import { confirmAtAmazon, continueCleanAsNew, leaveSignedIn, signInAtAmazon } from '../support/person.ts';

/** What the list offers of all that is due. */
const ALL = 'Renew all 2';

const DAY = 24 * 60 * 60 * 1000;

/** Two programs of one account, each with the name that the person gave its connection. */
const CONNECTIONS = [
  { key: 'microtech', software: 'microtech büro+', name: 'Alpenglück Lager' },
  { key: 'linnworks', software: 'Linnworks', name: 'Alpenglück Laden' },
] as const;

const addressOf = ({ simulator }: Stage, key: 'microtech' | 'linnworks'): string =>
  simulator.integrations[key].authoriseUrl({ marketplace: 'amazon' });

/** The first renewal of each, a year ago: the account is confirmed, the program known. */
async function renewedOnce(stage: Stage): Promise<void> {
  const { browser, simulator } = stage;
  for (const { key, software, name } of CONNECTIONS) {
    const page = await browser.newTab(addressOf(stage, key));
    await continueCleanAsNew(page, { software, name, signInName: simulator.accounts.amazon.anna.email });
    await signInAtAmazon(stage, page, 'anna');
    await confirmAtAmazon(page);
    await pressInPopup(stage, 'Yes, this is right');
    await page.close();
  }
}

/** How often Amazon showed or took a sign-in. */
const signIns = ({ simulator }: Stage): number =>
  simulator.log.filter(({ path }) => path.startsWith('/ap/signin')).length;

async function startFromQueue(stage: Stage, opens: string, name: string, button: string): Promise<void> {
  if (opens === ALL) await toList(await popupSays(stage, /./));
  await pressInPopup(stage, opens);
  const popup = await stage.browser.popup();
  await popup.role('button', `Renew “${name}”`).click();
  await popup.role('button', button).click();
  await popup.text('Ready. Now start the renewal').waitFor();
}

journeys(
  'a queue',
  (stage) => {
    it('renews two connections of an account with one sign-in, and brings the earlier one back', async () => {
      const { browser, simulator } = stage;
      await renewedOnce(stage);
      await leaveSignedIn(stage, 'bert');
      await itIs(stage, Date.now() + 340 * DAY);
      await badgeSays(stage, '25');
      simulator.grants.length = 0;
      simulator.log.length = 0;

      await startFromQueue(stage, ALL, CONNECTIONS[0].name, 'Sign out and start');
      const first = await browser.newTab(addressOf(stage, 'microtech'));
      await first.waitForUrl(/ap\/signin/);
      await signInAtAmazon(stage, first, 'anna');
      await confirmAtAmazon(first);
      await first.waitForUrl(/microtech\.example/);
      const once = signIns(stage);
      expect(once).toBeGreaterThan(0);

      const next = 'Next: renew this account’s other connections';
      await startFromQueue(stage, next, CONNECTIONS[1].name, 'Use this sign-in');
      const second = await browser.newTab(addressOf(stage, 'linnworks'));
      await confirmAtAmazon(second);
      await expectAtIntegration(stage, [
        { integration: 'microtech', account: 'anna' },
        { integration: 'linnworks', account: 'anna' },
      ]);
      expect(signIns(stage)).toBe(once);
      await badgeSays(stage, '365');
      await popupSays(stage, 'Your earlier sign-in is back.');
      const logins = await until('Bert to be signed in again', async () => {
        const all = await browser.cookies();
        const found = all.filter(
          ({ name, domain }) => name.startsWith('at-') && domain.endsWith('amazon.com'),
        );
        return found.length > 0 ? found : undefined;
      });
      expect(logins.map(({ jar }) => jar)).toEqual(['default']);
    });
  },
  { clock: true },
);
