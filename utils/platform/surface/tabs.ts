import { allSessionDomains, hostPattern } from '../../domain/address/host-patterns.ts';
import { isWithin } from '../../domain/session/cleaning.ts';
import type { Tabs } from '../../flows/ports/browser.ts';
import { browser } from '../browser.ts';
import { guardUrl } from '../guard/guard-rules.ts';
import { jarOfTab } from '../jars/jars.ts';

const domains = allSessionDomains();

/** Tabs, as far as the hosts' permissions let us see them. */
export const tabs: Tabs = {
  async navigate(tabId, url) {
    await browser.tabs.update(tabId, { url });
  },
  async toGuard(tabId) {
    await browser.tabs.update(tabId, { url: guardUrl() });
  },
  async where(tabId) {
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    if (!tab) return undefined;
    if (tab.url === guardUrl()) return 'guard';
    const host = URL.parse(tab.url ?? '')?.hostname ?? '';
    return domains.some((domain) => isWithin(host, domain)) ? 'marketplace' : 'elsewhere';
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
  async focus(tabId) {
    const tab = await browser.tabs.update(tabId, { active: true });
    if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  },
  async closeGuard(tabId) {
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    if (tab?.url === guardUrl()) await browser.tabs.remove(tabId);
  },
  reload: (tabId) => browser.tabs.reload(tabId),
  async open(url) {
    await browser.tabs.create({ url });
  },
};
