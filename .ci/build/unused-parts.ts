import type { Plugin } from 'vite';
import { type Part, without } from './part.ts';
import { PARTS_OF_DEXIE } from './parts-of-dexie.ts';

/**
 * What is never called here, in the versions that `package-lock.json` names. Each part stands in the build for a reason
 * of its own; the stores' linters would warn of some.
 */
export const PARTS: readonly Part[] = [
  {
    // No component of ours sets HTML by text: the linter of our sources refuses it.
    file: 'preact/dist/preact.mjs',
    from: 'h?(l||y&&(h.__html==y.__html',
    to: '(y&&(t.textContent=""),',
    instead: '',
  },
  {
    // Every browser that the manifests admit has `browser` by itself: there the polyfill gives exactly this.
    file: 'webextension-polyfill/dist/browser-polyfill.js',
    from: '(function (global, factory) {',
    to: '//# sourceMappingURL',
    instead: 'export default globalThis.browser;\n',
  },
  {
    // The overlay is mounted once, by hand: nothing waits for an anchor.
    file: 'wxt/dist/utils/content-script-ui/shared.mjs',
    from: 'import { waitElement }',
    to: '//#region',
    instead: '',
  },
  {
    file: 'wxt/dist/utils/content-script-ui/shared.mjs',
    from: '\tconst abortController = new AbortController();',
    to: '}\n//#endregion',
    instead: "\tthrow new Error('Nothing is mounted by itself here.');\n",
  },
  ...PARTS_OF_DEXIE,
];

/** What Dexie wrote for browsers that these are. */
export const DEXIE = { find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' };

/** Leaves {@link PARTS} out of a build. */
export function unusedParts(): Plugin {
  return {
    name: 'unused-parts',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const parts = PARTS.filter(({ file }) => id.endsWith(`/node_modules/${file}`));
      return parts.length === 0 ? undefined : { code: parts.reduce(without, code), map: null };
    },
  };
}
