import { relative } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { createServer, type ExtensionRunner } from 'wxt';
import { HOME } from '../by-hand.ts';
import { builtForDevelopment, findChromium, hasDisplay, root } from '../prepare.ts';
import { openWindow } from '../window.ts';

/**
 * WXT's development mode in a Chromium that knows nothing else: what is changed in the sources shows at once. Without a
 * display the server runs all the same.
 *
 * @param simulator its port
 */
export async function developInChromium(simulator: { port: number }): Promise<void> {
  if (hasDisplay()) await findChromium();
  let window: Browser | undefined;
  const runner: ExtensionRunner = {
    canOpen: hasDisplay,
    async openBrowser() {
      if (!hasDisplay()) {
        const folder = relative(root, builtForDevelopment);
        console.log(
          `There is no display here, so no window is opened: load ${folder} in a browser yourself.`,
        );
        return;
      }
      window = await openWindow({ port: simulator.port, extension: builtForDevelopment, url: HOME });
    },
    async closeBrowser() {
      await window?.close();
    },
  };

  const server = await createServer({
    root,
    // By its number: no other name than the marketplaces' leads anywhere in that browser.
    dev: { server: { host: '127.0.0.1', origin: '127.0.0.1' } },
    hooks: {
      'config:resolved': (wxt) => {
        wxt.config.runner = runner;
      },
    },
  });
  await server.start();
}
