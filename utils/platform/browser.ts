/** The one place that imports the polyfill; it does nothing on Firefox and on Chromium from 148 on. */
export { type DeclarativeNetRequest, default as browser } from 'webextension-polyfill';
