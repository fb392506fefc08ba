import type { BrowserFacts } from '../flows/ports/browser.ts';
import { browser } from './browser.ts';
import { passing } from './guard/guard-rules.ts';

/** What a question to the browser gives; the stand-in where it does not answer: the other facts are worth telling. */
async function orElse<T>(ask: () => T | Promise<T>, standIn: T): Promise<T> {
  try {
    return await ask();
  } catch {
    return standIn;
  }
}

/** What the browser says of itself and of what it lets us do. */
export async function browserFacts(): Promise<BrowserFacts> {
  const { declarativeNetRequest } = browser;
  const [permissions, guard, session, dynamic, usage] = await Promise.all([
    orElse(async () => (await browser.permissions.getAll()).permissions ?? [], []),
    orElse(async () => (await declarativeNetRequest.getEnabledRulesets()).length, Number.NaN),
    orElse(async () => (await passing()).length, Number.NaN),
    orElse(async () => (await declarativeNetRequest.getDynamicRules()).length, Number.NaN),
    orElse(async () => (await navigator.storage.estimate()).usage, undefined),
  ]);
  return {
    version: browser.runtime.getManifest().version,
    browser: navigator.userAgent,
    language: browser.i18n.getUILanguage(),
    permissions: permissions.toSorted(),
    rules: { guard, session, dynamic },
    ...(usage !== undefined && { kept: usage }),
  };
}
