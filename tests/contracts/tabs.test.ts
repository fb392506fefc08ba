import { expect, it } from 'vitest';
import type { ExtensionScope } from '../e2e/support/harness.ts';
import { contracts } from './browsers.ts';
import { witnessed } from './witness/index.ts';

contracts('tabs', (stage) => {
  it('show their old page when the call that sends them on comes back', async () => {
    const shown = await stage.browser.background(async () => {
      const { tabs, runtime } = (globalThis as unknown as ExtensionScope).chrome;
      const to = runtime.getURL('guard.html' as never);
      const { id } = await tabs.create({ url: 'about:blank' });
      const sent = await tabs.update(id as number, { url: to });
      let url = sent.url;
      for (let round = 0; url !== to && round < 200; round += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        url = (await tabs.get(id as number)).url;
      }
      await tabs.remove(id as number);
      return { atOnce: sent.url === to, later: url === to };
    });
    expect(shown).toEqual({ atOnce: false, later: true });
  });

  it('that are closed are told, also where we close them, and refuse every call', async () => {
    const closed = await stage.browser.background(async () => {
      const { tabs } = (globalThis as unknown as ExtensionScope).chrome;
      const { id } = await tabs.create({ url: 'about:blank' });
      const told = new Promise<boolean>((resolve) => {
        tabs.onRemoved.addListener((each) => each === id && resolve(true));
        setTimeout(() => resolve(false), 5000);
      });
      await tabs.remove(id as number);
      const refuses = (call: Promise<unknown>): Promise<boolean> =>
        call.then(
          () => false,
          () => true,
        );
      return {
        told: await told,
        update: await refuses(tabs.update(id as number, { url: 'about:blank' })),
        get: await refuses(tabs.get(id as number)),
        remove: await refuses(tabs.remove(id as number)),
        reload: await refuses(tabs.reload(id as number)),
      };
    });
    expect(closed).toEqual({ told: true, update: true, get: true, remove: true, reload: true });
  });
});

contracts('an alarm', (stage) => {
  it('rings by itself, and is gone then', async () => {
    const rung = await stage.browser.background(async () => {
      const { alarms } = (globalThis as unknown as ExtensionScope).chrome;
      const rings = new Promise<boolean>((resolve) => {
        alarms.onAlarm.addListener(({ name }) => name === 'contract' && resolve(true));
        setTimeout(() => resolve(false), 10_000);
      });
      alarms.create('contract', { when: Date.now() + 200 });
      return [await rings, (await alarms.get('contract')) !== undefined];
    });
    expect(rung).toEqual([true, false]);
  });
});

// The product's own upkeep takes away what it does not know: this is asked of an extension that leaves them alone.
witnessed('session rules', (stage) => {
  it('outlive the background, and not the browser', async () => {
    const { browser } = stage;
    const rules = (): Promise<number> =>
      browser.background(async () => {
        const { declarativeNetRequest } = (globalThis as unknown as ExtensionScope).chrome;
        return (await declarativeNetRequest.getSessionRules()).length;
      });
    await browser.background(async () => {
      const { declarativeNetRequest } = (globalThis as unknown as ExtensionScope).chrome;
      await declarativeNetRequest.updateSessionRules({
        addRules: [
          { id: 999_999, condition: { urlFilter: '||contract.invalid^' }, action: { type: 'block' } },
        ],
      });
    });
    await browser.stopBackground();
    expect(await rules()).toBe(1);
    await browser.restart();
    expect(await rules()).toBe(0);
  });
});
