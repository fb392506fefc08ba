/**
 * The one `browser`, of pages, background and content script. In the browsers that the manifests admit the polyfill
 * gives exactly what they have themselves, so a build leaves it out (`.ci/build/unused-parts.ts`).
 */
export {
  type Cookies,
  type DeclarativeNetRequest,
  default as browser,
  type Permissions,
  type WebRequest,
} from 'webextension-polyfill';
