import { afterEach, beforeEach, describe } from 'vitest';
import type { Browser, BrowserKind } from '../driver/index.ts';
import { awake, builtFor, type ExtensionScope } from '../e2e/support/harness.ts';
import { enter, leave } from '../e2e/support/pool.ts';
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
    beforeEach(async () => {
      Object.assign(stage, await enter(kind, { extension: builtFor[kind] }, startSimulator));
      await awake(stage.browser);
    });
    afterEach(({ task }) => {
      if (task.result?.state !== 'fail') leave(stage.browser);
    });
    tell(stage, kind);
  });
}
