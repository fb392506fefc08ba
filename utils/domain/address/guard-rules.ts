import { marketplaces } from '../marketplaces/index.ts';
import type { GrantKind, Page } from '../marketplaces/schema.ts';
import { hostsIn } from './host-patterns.ts';

/** The extension's page to which a stopped address leads: bare, so that nothing of the address enters the history. */
export const GUARD_PATH = '/guard.html';

type ResourceType = 'main_frame' | 'sub_frame' | 'xmlhttprequest';

/** A rule of `declarativeNetRequest`, as far as the guard uses it. */
export interface GuardRule {
  id: number;
  priority: number;
  action: { type: 'allow' } | { type: 'redirect'; redirect: { extensionPath: string } };
  condition: {
    regexFilter?: string;
    urlFilter?: string;
    isUrlFilterCaseSensitive: false;
    requestDomains: string[];
    resourceTypes: ResourceType[];
    tabIds?: number[];
  };
}

/** An application that may pass the guard: in a run's tab, or by the person's standing word in all tabs. */
export interface Allowance {
  kind: GrantKind;
  /** The application's id, decoded. */
  app: string;
  /** Other spellings in which the id stood in an address. */
  spellings?: string[];
  /** Absent: every tab. */
  tabId?: number;
}

/**
 * A page's own service worker fetches in nobody's name: Chromium reports such a request without a tab.
 * Seen on Chromium 156; Firefox reports the navigation itself.
 */
const NO_TAB = -1;

/** Which rule wins: a later one beats an earlier one. */
const PRIORITY = {
  /** Stop every authorise address. */
  guard: 10,
  /** Let through the consent without an application's id: what the account picker can make of it. */
  allowWithoutApp: 20,
  /** But still stop every address with an application's id … */
  guardOtherApp: 30,
  /** … unless it is the allowed one … */
  allowApp: 40,
  /** … and stands alone. */
  guardTwoApps: 50,
};

/** `xmlhttprequest`: how a navigation appears in Chromium behind a page's own service worker. */
const RESOURCE_TYPES: ResourceType[] = ['main_frame', 'sub_frame', 'xmlhttprequest'];

const escapeRegex = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

interface GuardedPage {
  page: Page;
  domains: string[];
  /** The start of a regular expression that fits the page's address up to its query. */
  start: string;
}

const guardedPages: GuardedPage[] = marketplaces.flatMap((marketplace) =>
  marketplace.pages
    .filter((page) => page.guarded)
    .map((page) => {
      const path = page.path.split('/').filter(Boolean).map(escapeRegex).join('/+');
      return {
        page,
        domains: marketplace.sites.flatMap((site) => hostsIn(site, page.on)),
        start: `^https?://[^/?#]+/+${path}/*`,
      };
    }),
);

const parameter = (name: string): string => `\\?(.*&)?${escapeRegex(name)}=`;

type Filter = { regexFilter: string } | { urlFilter: string };

function rule(
  { domains }: GuardedPage,
  action: 'allow' | 'guard',
  priority: number,
  filter: Filter,
  tabId?: number,
): Omit<GuardRule, 'id'> {
  return {
    priority,
    action:
      action === 'allow' ? { type: 'allow' } : { type: 'redirect', redirect: { extensionPath: GUARD_PATH } },
    condition: {
      ...filter,
      isUrlFilterCaseSensitive: false,
      requestDomains: domains,
      resourceTypes: RESOURCE_TYPES,
      ...(tabId !== undefined && { tabIds: [tabId, NO_TAB] }),
    },
  };
}

const numbered = (rules: Omit<GuardRule, 'id'>[]): GuardRule[] =>
  rules.map((each, index) => ({ id: index + 1, ...each }));

/** The rules that stand in the manifest: every guarded page is stopped before its request leaves. */
export function guardRules(): GuardRule[] {
  return numbered(
    guardedPages.map((guarded) => {
      const only = guarded.page.guardOnly;
      const regexFilter = guarded.start + (only ? parameter(only) : '([?;]|$)');
      return rule(guarded, 'guard', PRIORITY.guard, { regexFilter });
    }),
  );
}

/**
 * An application's rules. Its id stands in a `urlFilter`, where `^` is a separator or the end: a regular expression
 * with an id of Amazon's length is over Chromium's limit of 2 KB for a compiled one (Chromium 156).
 */
function rulesFor(guarded: GuardedPage, { app, spellings = [], tabId }: Allowance): Omit<GuardRule, 'id'>[] {
  const name = guarded.page.asks?.app;
  if (!name) return [];
  const anyApp = guarded.start + parameter(name);
  const twoApps = `${anyApp}.*&${escapeRegex(name)}=`;
  const rules = [...new Set([app, encodeURIComponent(app), ...spellings])].map((id) =>
    rule(guarded, 'allow', PRIORITY.allowApp, { urlFilter: `${name}=${id}^` }, tabId),
  );
  rules.push(
    rule(guarded, 'guard', PRIORITY.guardOtherApp, { regexFilter: anyApp }, tabId),
    rule(guarded, 'guard', PRIORITY.guardTwoApps, { regexFilter: twoApps }, tabId),
  );
  if (!guarded.page.guardOnly) {
    const regexFilter = `${guarded.start}([?;]|$)`;
    rules.push(rule(guarded, 'allow', PRIORITY.allowWithoutApp, { regexFilter }, tabId));
  }
  return rules;
}

/** The rules that let these applications pass, to be installed in place of all earlier ones of the same store. */
export function allowanceRules(allowances: readonly Allowance[]): GuardRule[] {
  return numbered(
    allowances.flatMap((allowance) =>
      guardedPages
        .filter(({ page }) => page.asks?.kind === allowance.kind)
        .flatMap((guarded) => rulesFor(guarded, allowance)),
    ),
  );
}

/** How an application's id is spelled in an address, before decoding: the rules compare addresses as they are. */
export function spellingsIn(url: string, app: string): string[] {
  const query = URL.parse(url)?.search.slice(1) ?? '';
  return query
    .split('&')
    .map((pair) => pair.slice(pair.indexOf('=') + 1))
    .filter((value) => value !== app && new URLSearchParams(`v=${value}`).get('v') === app);
}
