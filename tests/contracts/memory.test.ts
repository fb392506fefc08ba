import { expect, it } from 'vitest';
import { type Api, contracts } from './browsers.ts';

contracts('storage.session', (stage) => {
  const keep = (text: string): Promise<void> =>
    stage.browser.background(async (value) => {
      const { storage } = (globalThis as unknown as { chrome: Api }).chrome;
      await storage.session.set({ contract: value });
    }, text);
  const kept = (): Promise<unknown> =>
    stage.browser.background(async () => {
      const { storage } = (globalThis as unknown as { chrome: Api }).chrome;
      return (await storage.session.get('contract')).contract ?? null;
    });

  it('outlives the background, and not the browser', async () => {
    await keep('here');
    await stage.browser.stopBackground();
    expect(await kept()).toBe('here');
    await stage.browser.restart();
    expect(await kept()).toBeNull();
  });

  it('keeps nothing of what does not fit, and what was there before', async () => {
    await keep('before');
    const refused = await stage.browser.background(async () => {
      const { storage } = (globalThis as unknown as { chrome: Api }).chrome;
      return storage.session.set({ contract: 'x'.repeat(11 * 1024 * 1024) }).then(
        () => false,
        () => true,
      );
    });
    expect(refused).toBe(true);
    expect(await kept()).toBe('before');
  });
});
