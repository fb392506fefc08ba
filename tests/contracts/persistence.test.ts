import { expect, it } from 'vitest';
import { contracts } from './browsers.ts';

contracts('storage', (stage, kind) => {
  it('is asked for without a question to the person; Chromium says no and goes by the permission alone', async () => {
    const { browser } = stage;
    const page = await browser.newTab(browser.extensionUrl('options.html'));
    const answer = await page.evaluate(() =>
      Promise.race([
        navigator.storage.persist(),
        new Promise<string>((resolve) => setTimeout(() => resolve('the person is asked'), 3000)),
      ]),
    );
    expect(answer).toBe(kind === 'firefox');
  });
});
