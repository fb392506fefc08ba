import type { Plugin } from 'vite';

/** A part of a dependency that a build leaves out, word for word. */
interface Part {
  /** The end of the file's path. */
  file: string;
  /** Where the part begins, and where what is kept begins again. */
  from: string;
  to: string;
  instead: string;
}

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
];

/** @throws Error where the part is not there: another version of the dependency has to be looked at. */
export function without(code: string, { file, from, to, instead }: Part): string {
  const start = code.indexOf(from);
  const end = code.indexOf(to, start + 1);
  if (start < 0 || end < 0) throw new Error(`${file} has changed: look again at what the build leaves out.`);
  return code.slice(0, start) + instead + code.slice(end);
}

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
