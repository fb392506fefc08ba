import type { BrowserFacts } from '../flows/ports/browser.ts';
import { browser } from './browser.ts';

/** What the browser says of itself and of what it lets us do. */
export async function browserFacts(): Promise<BrowserFacts> {
  const { declarativeNetRequest } = browser;
  const [{ permissions = [] }, guard, session, dynamic, { usage }] = await Promise.all([
    browser.permissions.getAll(),
    declarativeNetRequest.getEnabledRulesets(),
    declarativeNetRequest.getSessionRules(),
    declarativeNetRequest.getDynamicRules(),
    navigator.storage.estimate(),
  ]);
  return {
    version: browser.runtime.getManifest().version,
    browser: navigator.userAgent,
    language: browser.i18n.getUILanguage(),
    permissions: permissions.toSorted(),
    rules: { guard: guard.length, session: session.length, dynamic: dynamic.length },
    ...(usage !== undefined && { kept: usage }),
  };
}
