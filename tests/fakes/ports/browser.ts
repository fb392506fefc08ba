import { SilentDatabase } from '@/utils/db/patience.ts';
import { classifyUrl } from '@/utils/domain/address/consent-url.ts';
import { allowanceRules } from '@/utils/domain/address/guard-rules.ts';
import { allSessionDomains, sessionDomainsOf } from '@/utils/domain/address/host-patterns.ts';
import type { MarketplaceId } from '@/utils/domain/marketplaces/definition/schema.ts';
import { builtIn } from '@/utils/domain/marketplaces/index.ts';
import { isWithin } from '@/utils/domain/session/cleaning.ts';
import type {
  Alarm,
  GuardRuleStore,
  Health,
  Notifications,
  Overlay,
  Popups,
  Tabs,
  Toolbar,
  Updates,
  Watch,
} from '@/utils/flows/ports/browser.ts';
import type { World } from '../world.ts';

const DOMAINS = allSessionDomains();
const BUILT_IN = sessionDomainsOf(builtIn);

/** The pages at which a grant is given. */
const ASKING: readonly string[] = ['authorise', 'consent', 'appstore-confirm'];

/** An appointment that is this near to the wanted instant is good enough: ms. */
const TOLERANCE = 1000;

export function tabsOf(world: World): Tabs {
  const known = (tabId: number): void => {
    if (!world.tabs.has(tabId)) throw new Error(`No tab with id: ${tabId}`);
  };
  const consentsOf = (marketplace: MarketplaceId, jar: string): number[] =>
    [...world.tabs].flatMap(([tabId, url]) => {
      const page = classifyUrl(url);
      const own = (world.jarOfTab.get(tabId) ?? '0') === jar;
      const asks = ASKING.includes(page.step) && 'marketplace' in page && page.marketplace === marketplace;
      return asks && own ? [tabId] : [];
    });
  return {
    navigate: async (tabId, url) => {
      known(tabId);
      world.go(tabId, url);
    },
    // What has no opener: the guard takes the tab's place.
    showGuard: async (tabId) => {
      if (world.tabs.has(tabId)) world.tabs.set(tabId, 'guard');
    },
    behind: async (tabId) => tabId,
    toGuard: async (tabId) => {
      known(tabId);
      world.loading.delete(tabId);
      world.tabs.set(tabId, 'guard');
    },
    where: async (tabId) => {
      const url = world.tabs.get(tabId);
      if (url === undefined || url === 'guard') return url;
      const host = URL.parse(url)?.hostname ?? '';
      return DOMAINS.some((domain) => isWithin(host, domain)) ? 'marketplace' : 'elsewhere';
    },
    atConsent: async (marketplace, jar) => consentsOf(marketplace, jar),
    leaving: async (marketplace, jar) => {
      world.onItsWay?.();
      await Promise.all(consentsOf(marketplace, jar).map((tabId) => world.loading.get(tabId)));
    },
    showing: async () => [],
    structure: async (tabId) => world.structures.get(tabId),
    focus: async (tabId) => known(tabId),
    reload: async (tabId) => {
      known(tabId);
      world.reloaded.push(tabId);
    },
    closeGuard: async (tabId) => {
      if (world.tabs.get(tabId) === 'guard') world.close(tabId);
    },
    open: async (url) => {
      world.opened.push(url);
    },
  };
}

export const toolbarOf = (world: World): Toolbar => ({
  badge: async (badge) => {
    world.badge = badge;
  },
  present: async () => {
    world.presented += 1;
  },
  openStart: async (connectionId) => {
    world.started.push(connectionId);
  },
  changed: async () => {},
});

export const notificationsOf = (world: World): Notifications => ({
  show: async (due) => {
    if (!world.mayNotify) return false;
    world.notified.push(due.map(({ connection }) => connection.name));
    return true;
  },
  withdraw: async (connectionId) => {
    world.withdrawn.push(connectionId);
  },
});

export const guardRulesOf = (world: World): GuardRuleStore => ({
  ensure: async () => !world.rulesRefused,
  allow: async (allowances) => {
    if (world.rulesRefused) throw new Error('Internal error while updating session rules');
    world.sessionRules = allowanceRules(allowances);
    return [];
  },
  exempt: async (allowances) => {
    if (world.rulesRefused) throw new Error('Internal error while updating dynamic rules');
    world.dynamicRules = allowanceRules(allowances);
    world.exempted = structuredClone(allowances);
    return [];
  },
  exempted: async () => structuredClone(world.exempted),
});

export const watchOf = (world: World): Watch => ({
  keep: async (ids) => {
    world.watched = [...ids];
  },
});

export const popupsOf = (world: World): Popups => ({
  permitted: async () => world.popupsPermitted,
  only: async (hosts) => {
    if (world.popupsPermitted) world.popupHosts = [...hosts];
  },
});

export const updatesOf = (world: World): Updates => ({
  waiting: async () => world.updateWaits,
  take: () => {
    world.updatesTaken += 1;
    world.reloadExtension();
  },
  hold: (wanted) => {
    world.updatesHeld = wanted;
  },
});

export const overlayOf = (world: World): Overlay => ({
  folded: async () => world.folded,
  fold: async (folded) => {
    world.folded = folded;
  },
});

export const alarmOf = (world: World): Alarm => ({
  at: async (instant) => {
    const standing = world.alarmAt;
    if (standing !== undefined && standing > world.now && standing <= instant + TOLERANCE) return;
    world.alarmAt = instant;
  },
});

export const healthOf = (world: World): Health => ({
  withheld: async (domains) => world.withheld.filter((each) => (domains ?? BUILT_IN).includes(each)),
  databaseFailure: async () => (world.databaseTrouble ? world.databaseWhy : undefined),
  database: async (failed, error) => {
    world.databaseTrouble = failed;
    world.databaseWhy = error instanceof SilentDatabase ? 'silent' : 'refused';
  },
});
