import { it } from 'vitest';
import type { Page } from '../../driver/index.ts';
import { journeys, NIGHTLY } from '../support/harness.ts';
import { looks, looksWell, picture, words } from '../support/looks.ts';
import { confirmAtAmazon, signInAtAmazon } from '../support/person.ts';
import { leaveSignedInPrivately, openPrivately, privatePopupSays } from '../support/private-windows.ts';

/** What somebody sees in a private window who let us in there; all looks at night. */
for (const look of NIGHTLY ? looks : looks.slice(1, 2)) {
  journeys(
    `surfaces of private windows, ${look.language}, ${look.colorScheme}`,
    (stage) => {
      it('can be read by everybody', async () => {
        const { simulator } = stage;
        const t = (key: string): Promise<string> => words(stage, key);
        const ours = (page: Page, name: string): Promise<void> => looksWell(stage, look, page, name);
        await leaveSignedInPrivately(stage, 'bert');
        const page = await openPrivately(
          stage,
          simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
        );
        await page.role('button', await t('guard.clean')).waitFor();
        await ours(page, '50-private-guard');
        await page.role('button', await t('guard.clean')).click();
        await page.waitForUrl(/ap\/signin/);
        await page.text(await t('overlay.hint')).waitFor();
        await page.bringToFront();
        await picture(stage, look, page, '51-private-overlay');
        await signInAtAmazon(stage, page, 'anna');
        await confirmAtAmazon(page);
        await page.waitForUrl(/cloud\.microtech\.example/);
        await ours(await privatePopupSays(stage, /A1ALPENEU00001/), '52-private-popup');
      });
    },
    { ...look, incognito: true },
  );
}
