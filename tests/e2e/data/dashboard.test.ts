import { expect, it } from 'vitest';
import { until } from '../../driver/wait.ts';
import { badgeSays, type ExtensionScope, journeys, type Stage } from '../support/harness.ts';

/** Adds a connection as the pop-up's form does. */
async function add({ browser }: Stage, name: string, days: number): Promise<void> {
  await browser.background(
    (called, expiresInDays) => {
      const { chrome } = globalThis as unknown as ExtensionScope;
      const data = {
        integration: 'microtech',
        name: called,
        marketplace: 'amazon',
        site: 'europe',
        accountId: `NUMBER-OF-${called}`,
        expiry: { expiresInDays },
      };
      return chrome.runtime.sendMessage({ id: 1, type: 'connection/add', data, timestamp: Date.now() });
    },
    name,
    days,
  );
}

journeys('the dashboard', (stage) => {
  it('finds, changes and removes connections, takes it back, and shows when they end', async () => {
    const { browser } = stage;
    await add(stage, 'Alpenglück', 5);
    await add(stage, 'Nordlicht', 40);
    await badgeSays(stage, '5');
    const page = await browser.newTab(browser.extensionUrl('options.html'));
    await page.role('button', 'Not now').click();
    await page.role('button', 'Not now').waitFor({ gone: true });
    await page.text('Reminders are off.').waitFor();
    expect(await page.role('link', 'Renew “Alpenglück”').attribute('href')).toContain('in=tab&start=');

    await page.label('Search').fill('gluck');
    await page.text('1 of 2 connections').waitFor();
    await page.role('button', 'Mute “Alpenglück”').click();
    await badgeSays(stage, '40');
    const place = await page.role('button', 'Undo').boundingBox();
    await page.role('button', 'Undo').click();
    await badgeSays(stage, '5');

    await page.role('button', 'Remove “Alpenglück”').click();
    await badgeSays(stage, '40');
    // The keyboard stands on what takes it back.
    await until('the focus to be on Undo', async () =>
      (await page.focused()) === 'button "Undo"' ? true : undefined,
    );
    // The list that got shorter does not take it away from under the pointer.
    await page.text('0 of 1 connection').waitFor();
    expect((await page.role('button', 'Undo').boundingBox()).y).toBe(place.y);
    await page.press('Enter');
    await badgeSays(stage, '5');

    await page.role('button', 'Edit “Alpenglück”').click();
    await page.label('Your note').fill('Phone code goes to Anna.');
    await page.role('button', 'Save').click();
    await page.role('dialog').waitFor({ gone: true });
    await page.role('link', 'Alpenglück', { exact: true }).click();
    await page.text('Phone code goes to Anna.').waitFor();
    await page.text('Counts: the newest one known.').waitFor();
    await page.role('link', 'All connections').click();
    expect(await page.label('Search').value()).toBe('gluck');
    await page.role('button', 'Archive “Alpenglück”').click();
    await badgeSays(stage, '40');
    await page.role('button', 'Undo').click();

    await page.role('link', 'Timeline').click();
    await page.role('option').nth(0).focus();
    await page.press('ArrowRight');
    await page.role('region', 'What ends here').waitFor();
    expect(await page.role('region', 'What ends here').text()).toContain('Nordlicht');

    await page.role('link', 'Diagnostics').click();
    await page.text('2 (2 with a date, 0 muted, 0 archived)').waitFor();
    expect(await page.visibleText()).not.toMatch(/Alpenglück|Nordlicht|NUMBER-OF/);
  });
});
