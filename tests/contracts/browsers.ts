import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import { type Browser, type BrowserKind, launch } from '../driver/index.ts';
import { builtFor, type ExtensionScope } from '../e2e/harness.ts';
import { startSimulator } from '../simulator/index.ts';

/** The extension's own API, in a page of ours. */
export type Api = ExtensionScope['chrome'];

/**
 * What the product leans on and no standard promises, asked of each real browser. A new version that answers
 * otherwise fails here first, with the name of the thing.
 */
export function contracts(
  name: string,
  tell: (stage: { browser: Browser }, kind: BrowserKind) => void,
): void {
  describe.each(['chromium', 'firefox'] as const)(`${name} in %s`, (kind) => {
    const stage = {} as { browser: Browser };
    let close: () => Promise<void>;
    beforeAll(async () => {
      const simulator = await startSimulator();
      stage.browser = await launch(kind, { port: simulator.port, extension: builtFor[kind] });
      close = async () => {
        await stage.browser.close();
        await simulator.close();
      };
    });
    afterAll(() => close());
    beforeEach(() => stage.browser.reset());
    tell(stage, kind);
  });
}
