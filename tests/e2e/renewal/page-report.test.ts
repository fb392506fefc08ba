import { expect, it } from 'vitest';
import { journeys } from '../support/harness.ts';
import { popupSays } from '../support/outcome.ts';
import { continueCleanAsNew, signInAtAmazon } from '../support/person.ts';

journeys('a page of a renewal', (stage) => {
  it('is reported by how it is built, with nothing of the person in it', async () => {
    const { browser, simulator } = stage;
    const page = await browser.newTab(
      simulator.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }),
    );
    await continueCleanAsNew(page);
    await signInAtAmazon(stage, page, 'anna');
    await page.role('heading', 'Authorise microtech').waitFor();
    const popup = await popupSays(stage, 'Report this page');
    await popup.text('Report this page').click();
    await popup.role('button', 'Show the report').click();
    const field = popup.role('textbox', 'Report this page');
    await field.waitFor();
    const told = await field.value();
    const report = JSON.parse(told);
    expect(report).toMatchObject({
      marketplace: 'amazon',
      host: 'sellercentral-europe.amazon.com',
      path: '/apps/authorize/consent',
      step: 'authorise',
      status: 200,
    });
    expect(report.elements.length).toBeGreaterThan(2);
    expect(told).not.toMatch(/alpengl|anna|A1ALPEN|amzn1|state/i);
    await popup.role('button', 'Copy the report').waitFor();
  });
});
