import { classifyUrl } from '../../domain/address/consent-url.ts';
import { allSessionDomains, hostPattern } from '../../domain/address/host-patterns.ts';
import type { MarketplaceId } from '../../domain/marketplaces/definition/schema.ts';
import { marketplaceById } from '../../domain/marketplaces/index.ts';
import { type RawStructure, readStructure } from '../../domain/report/structure.ts';
import { isWithin } from '../../domain/session/cleaning.ts';
import type { Tabs } from '../../flows/ports/browser.ts';
import { browser } from '../browser.ts';
import { guardUrl, isGuard } from '../guard/guard-rules.ts';
import { dismiss, showGuard, standInFor, tabBehind } from '../guard/stand-ins.ts';
import { jarOfTab } from '../jars/jars.ts';

const domains = allSessionDomains();

/** The pages at which a grant is given. */
const ASKING: readonly string[] = ['authorise', 'consent', 'appstore-confirm'];

/** How long a tab may take to leave what it shows: ms. */
const LEAVING = 2000;

/** Waits until a tab shows an address, is gone, or takes too long: an update is answered before the page has changed. */
async function arrivedAt(tabId: number, url: string): Promise<void> {
  const until = Date.now() + LEAVING;
  for (;;) {
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    if (!tab || tab.url === url || Date.now() > until) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A tab that has not begun to load for this long stays where it is: ms. A press is a request a moment later. */
const STANDING = 500;

/** How long the software may take to answer at most: ms. */
const ON_ITS_WAY = 30_000;

type BrowserTab = Awaited<ReturnType<typeof browser.tabs.query>>[number];

/** The tabs of a jar at which a grant is given. */
async function consentTabs(marketplace: MarketplaceId, jar: string): Promise<BrowserTab[]> {
  const url = marketplaceById(marketplace).sessionDomains.map(({ domain }) => hostPattern(domain));
  const found = await browser.tabs.query({ url });
  return found.filter((tab) => ASKING.includes(classifyUrl(tab.url ?? '').step) && jarOfTab(tab) === jar);
}

/** Tabs, as far as the hosts' permissions let us see them. */
export const tabs: Tabs = {
  async navigate(tabId, url) {
    const guard = await standInFor(tabId);
    const tab = await browser.tabs.update(tabId, { url, ...(guard !== undefined && { active: true }) });
    if (guard === undefined) return;
    if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
    await dismiss(guard);
  },
  showGuard,
  behind: tabBehind,
  async toGuard(tabId) {
    await browser.tabs.update(tabId, { url: guardUrl() });
    await arrivedAt(tabId, guardUrl());
  },
  async where(tabId) {
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    if (!tab) return undefined;
    if (isGuard(tab.url) || (await standInFor(tabId)) !== undefined) return 'guard';
    const host = URL.parse(tab.url ?? '')?.hostname ?? '';
    return domains.some((domain) => isWithin(host, domain)) ? 'marketplace' : 'elsewhere';
  },
  async leaving(marketplace, jar) {
    const until = Date.now() + ON_ITS_WAY;
    let still = Date.now();
    while (Date.now() < until) {
      const tabs = await consentTabs(marketplace, jar);
      if (tabs.length === 0) return;
      if (tabs.some(({ status }) => status === 'loading')) still = Date.now();
      if (Date.now() - still >= STANDING) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  },
  async atConsent(marketplace, jar) {
    return (await consentTabs(marketplace, jar)).flatMap(({ id }) => id ?? []);
  },
  async showing(plan, jar) {
    const url = plan.domains.map(({ domain }) => hostPattern(domain));
    const found = await browser.tabs.query({ url });
    return found.flatMap((tab) => {
      const host = URL.parse(tab.url ?? '')?.hostname;
      return tab.id === undefined || !host || jarOfTab(tab) !== jar
        ? []
        : [{ id: tab.id, title: tab.title ?? '', host }];
    });
  },
  async structure(tabId, selectors) {
    const [found] = await browser.scripting
      .executeScript({
        target: { tabId },
        func: readStructure as (...args: unknown[]) => unknown,
        args: [selectors],
      })
      .catch(() => []);
    return (found?.result as RawStructure | null | undefined) ?? undefined;
  },
  async focus(tabId) {
    const shown = (await standInFor(tabId)) ?? tabId;
    const tab = await browser.tabs.update(shown, { active: true });
    if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  },
  async closeGuard(tabId) {
    const shown = (await standInFor(tabId)) ?? tabId;
    const tab = await browser.tabs.get(shown).catch(() => undefined);
    if (isGuard(tab?.url)) await browser.tabs.remove(shown);
  },
  reload: (tabId) => browser.tabs.reload(tabId),
  async open(url) {
    await browser.tabs.create({ url });
  },
};
