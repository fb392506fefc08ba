import type { Part } from './part.ts';

const file = 'dexie/dist/modern/dexie.mjs';

/**
 * What Dexie has for pages that draw a query anew when its rows change, in all tabs, for hooks, and for older ways of
 * writing code. Nothing of ours asks for it: pages ask the background, which alone opens the database. The unit tests
 * play with what is left.
 */
export const PARTS_OF_DEXIE: readonly Part[] = [
  {
    file,
    from: 'this.use(cacheMiddleware);',
    to: 'this.use(virtualIndexMiddleware);',
    instead: '',
  },
  { file, from: 'this.use(hooksMiddleware);', to: 'const vipDB', instead: '' },
  {
    // What other tabs have to know of a version that was written.
    file,
    from: '            const everything = {};',
    to: '        return db;',
    instead: '        }\n',
  },
  { file, from: '    startsWithIgnoreCase(str)', to: '    anyOf()', instead: '' },
  { file, from: '    notEqual(value)', to: '}\n\nfunction createWhereClauseConstructor', instead: '' },
  {
    file,
    from: '    exists(name) {\n        return new Dexie(',
    to: '});\nDexie.maxKey',
    instead: '    vip,\n    Promise: DexiePromise,\n    addons: [],\n    dependencies: domDeps,\n',
  },
  {
    file,
    from: "if (typeof dispatchEvent !== 'undefined'",
    to: 'DexiePromise.rejectionMapper',
    instead: '',
  },
  { file, from: 'export { DEFAULT_MAX_CONNECTIONS,', to: ' };', instead: 'export { Dexie$1 as Dexie' },
];
