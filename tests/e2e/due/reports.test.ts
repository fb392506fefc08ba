import { expect, it } from 'vitest';
import { openDetail } from '../support/from-popup.ts';
import { journeys } from '../support/harness.ts';
import { popupSays } from '../support/outcome.ts';

const NAME = 'Alpenglück';

journeys('between two renewals', (stage) => {
  it('a date is looked up at the marketplace and entered where the person left off', async () => {
    const { browser } = stage;
    const popup = await popupSays(stage, 'Add your first connection');
    await popup.role('button', 'Add your first connection').click();
    await popup.label('Software', { exact: true }).fill('microtech büro+');
    await popup.label('Your name for the account').fill(NAME);
    await popup.role('radio', 'I don’t know').check();
    await popup.role('button', 'Add', { exact: true }).click();
    await popup.role('button', NAME, { exact: true }).click();
    await popup.text('Report a problem').click();
    await popup.role('button', 'Check the date at Amazon').click();
    await popup.role('link', 'Open Amazon’s list of apps').click();
    const manage = await browser.waitForPage((url) => url.includes('sellercentral'));
    await manage.close();

    const back = await popupSays(stage, 'Then enter that date here.');
    await back.label('Last day').fill('2031-05-31');
    await back.role('button', 'Note it').click();
    await (await openDetail(stage, NAME)).text('until May 31, 2031').waitFor();
    expect(await back.text('Then enter that date here.').count()).toBe(0);

    // The next pop-up begins with the connections again.
    await back.close();
    await popupSays(stage, 'Your connections');
    await (await openDetail(stage, NAME)).text('until May 31, 2031').waitFor();
  });
});
