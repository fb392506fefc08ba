import type { GrantKind, Marketplace } from '../marketplaces/definition/schema.ts';
import { marketplaceOfKind, marketplaces } from '../marketplaces/index.ts';
import { type Shape, shapes } from './rules/shape.ts';
import { literal, ODD_NAME, PLAIN_PATH, plainPath, QUERY } from './rules/spelling.ts';

/** The extension's page to which a stopped address leads: bare, so that nothing of the address enters the history. */
export const GUARD_PATH = '/guard.html';

type ResourceType = 'main_frame' | 'sub_frame' | 'xmlhttprequest';

/** A rule of `declarativeNetRequest`, as far as the guard uses it. */
export interface GuardRule {
  id: number;
  priority: number;
  action: { type: 'allow' } | { type: 'block' } | { type: 'redirect'; redirect: { extensionPath: string } };
  condition: {
    regexFilter?: string;
    urlFilter?: string;
    isUrlFilterCaseSensitive: false;
    requestDomains: string[];
    resourceTypes: ResourceType[];
    requestMethods?: 'post'[];
    excludedInitiatorDomains?: string[];
    tabIds?: number[];
  };
}

/** An application that may pass the guard: in a run's tab, or by the user's standing word in all tabs. */
export interface Allowance {
  kind: GrantKind;
  /** The application's id, decoded; absent where the run's address does not tell it: then any may pass in its tab. */
  app?: string | undefined;
  /** Other spellings in which the id stood in an address. */
  spellings?: string[];
  /** Absent: every tab. */
  tabId?: number;
  /** The session domains that were looked at, or one host; absent: all of the marketplace. */
  domains?: readonly string[];
}

/**
 * A page's own service worker fetches in nobody's name: Chromium reports such a request without a tab.
 * Seen on Chromium 156; Firefox reports the navigation itself.
 */
const NO_TAB = -1;

/** Which rule wins: a later one beats an earlier one. */
const PRIORITY = {
  /** Stop what may be a request for consent with encoded letters in its path … */
  guardOdd: 10,
  /** … but nothing that has none there. */
  allowPlain: 11,
  /** Stop every request for consent. */
  guard: 12,
  /** In a run's tab: let through what names no application (what the account picker can make of it) … */
  allowWithoutApp: 20,
  /** … but still stop every address that names one … */
  guardOtherApp: 30,
  /** … unless it is the allowed one … */
  allowApp: 40,
  /** … and stands alone. */
  guardTwoApps: 50,
  /** In the tab of a run whose address tells no application. */
  allowAny: 60,
};

/** `xmlhttprequest`: how a navigation appears in Chromium behind a page's own service worker. */
const RESOURCE_TYPES: ResourceType[] = ['main_frame', 'sub_frame', 'xmlhttprequest'];

type Rule = Omit<GuardRule, 'id'>;
type Filter = { regexFilter: string } | { urlFilter: string } | Record<string, never>;

function rule(
  requestDomains: readonly string[],
  action: 'allow' | 'guard',
  priority: number,
  filter: Filter,
  tabId?: number,
): Rule {
  return {
    priority,
    action:
      action === 'allow' ? { type: 'allow' } : { type: 'redirect', redirect: { extensionPath: GUARD_PATH } },
    condition: {
      ...filter,
      isUrlFilterCaseSensitive: false,
      requestDomains: [...requestDomains],
      resourceTypes: RESOURCE_TYPES,
      ...(tabId !== undefined && { tabIds: [tabId, NO_TAB] }),
    },
  };
}

const numbered = (rules: readonly Rule[]): GuardRule[] =>
  rules.map((each, index) => ({ id: index + 1, ...each }));

const domainsOf = ({ sessionDomains }: Marketplace): string[] => sessionDomains.map(({ domain }) => domain);

/** The domains whole, and by name the hosts that are known. */
function hostsOf(marketplace: Marketplace): string[] {
  const known = marketplace.sites.flatMap(({ hosts }) => Object.values(hosts).flat());
  return [...new Set([...domainsOf(marketplace), ...known])];
}

function standing({ marketplace, source, odd, posted }: Shape): Rule {
  const domains = domainsOf(marketplace);
  const filter = { regexFilter: source };
  if (!posted) return rule(hostsOf(marketplace), 'guard', odd ? PRIORITY.guardOdd : PRIORITY.guard, filter);
  const stop = rule(domains, 'guard', PRIORITY.guard, filter);
  return {
    ...stop,
    condition: { ...stop.condition, requestMethods: ['post'], excludedInitiatorDomains: domains },
  };
}

/** The rules that stand for good: every request for consent at these marketplaces is stopped before it leaves. */
export function guardRules(some: readonly Marketplace[] = marketplaces): GuardRule[] {
  const plain = some.map((each) =>
    rule(domainsOf(each), 'allow', PRIORITY.allowPlain, { regexFilter: PLAIN_PATH }),
  );
  const own = shapes.filter(({ marketplace }) => some.includes(marketplace));
  return numbered([...own.map(standing), ...plain]);
}

/** The same rule, where a request that it stops just ends, and the tab goes on showing what it showed. */
export const holding = (rule: GuardRule): GuardRule =>
  rule.action.type === 'redirect' ? { ...rule, action: { type: 'block' } } : rule;

/**
 * Rules beside {@link guardRules}, of the same priorities: what those would take to the guard in a tab just ends there.
 * Of two rules of one priority the browsers follow the one that blocks.
 */
export function holdingRules(some: readonly Marketplace[]): GuardRule[] {
  return guardRules(some).flatMap((each) =>
    each.action.type === 'redirect'
      ? [{ ...holding(each), condition: { ...each.condition, resourceTypes: ['main_frame' as const] } }]
      : [],
  );
}

/**
 * An application's id stands in a `urlFilter`, where `^` is a separator or the end: a regular expression with an id of
 * Amazon's length is over Chromium's limit.
 */
function namingApp(name: string, ids: readonly string[], carries: boolean): string[] {
  const plain = ids.map((id) => `${name}=${id}^`);
  if (!carries) return plain;
  // In the sign-in's parameter the address stands encoded, and what follows the id is an encoded separator.
  return [
    ...plain,
    ...ids.flatMap((id) => ['%26', '^'].map((end) => `${name}%3D${encodeURIComponent(id)}${end}`)),
  ];
}

/**
 * An application that is named for itself, beside one in an encoded address: the second one, which may be the allowed
 * one, can stand in any parameter of anybody's choice.
 */
function besideEncoded(name: string): string[] {
  const encoded = `${literal(name)}%3d`;
  return [`[?&]${literal(name)}=.*${encoded}`, `${encoded}.*&${literal(name)}=`];
}

/** The rules that let one application pass, or in a run's tab whatever it asks for. */
function rulesOf({ kind, app, spellings = [], tabId, domains }: Allowance): Rule[] {
  const marketplace = marketplaceOfKind(kind);
  const on = domains ?? domainsOf(marketplace);
  if (app === undefined) return tabId === undefined ? [] : [rule(on, 'allow', PRIORITY.allowAny, {}, tabId)];
  const own = shapes.filter((shape) => shape.marketplace === marketplace);
  const pages = marketplace.pages.filter(({ guarded, asks }) => guarded && asks?.kind === kind);
  const name = pages[0]?.asks?.app ?? '';
  const carrying = own.filter(({ page }) => page.carries);
  const paths = pages.filter(({ path }) => path !== '/**').map(({ path }) => plainPath(path));
  const ids = [...new Set([app, encodeURIComponent(app), ...spellings])];
  const allow = (priority: number, filter: Filter): Rule => rule(on, 'allow', priority, filter, tabId);
  const stop = (priority: number, regexFilter: string): Rule =>
    rule(on, 'guard', priority, { regexFilter }, tabId);
  const inTab = [
    ...paths.map((path) => allow(PRIORITY.allowWithoutApp, { regexFilter: `${path}([?;#]|$)` })),
    // Where the sign-in leads on to is stopped by itself.
    ...carrying.map(({ source }) => allow(PRIORITY.allowWithoutApp, { regexFilter: source })),
    ...paths.map((path) => stop(PRIORITY.guardOtherApp, `${path}\\?([^#]*&)?${literal(name)}=`)),
  ];
  const others = own.filter(({ page, posted }) => page.asks && page.asks.kind !== kind && !posted);
  return [
    ...(tabId === undefined ? [] : inTab),
    ...namingApp(name, ids, carrying.length > 0).map((urlFilter) => allow(PRIORITY.allowApp, { urlFilter })),
    stop(PRIORITY.guardTwoApps, `${literal(name)}=.*${literal(name)}=`),
    ...(carrying.length > 0 ? besideEncoded(name).map((source) => stop(PRIORITY.guardTwoApps, source)) : []),
    stop(PRIORITY.guardTwoApps, `${QUERY}${ODD_NAME}=`),
    ...others.map(({ source }) => stop(PRIORITY.guardTwoApps, source)),
  ];
}

/** The rules that let these applications pass, a list an application: the browser may refuse one of them. */
export function rulesByAllowance(allowances: readonly Allowance[]): GuardRule[][] {
  const lists = allowances.map(rulesOf);
  const rules = numbered(lists.flat());
  return lists.map(({ length }) => rules.splice(0, length));
}

/** The rules that let these applications pass. */
export function allowanceRules(allowances: readonly Allowance[]): GuardRule[] {
  return rulesByAllowance(allowances).flat();
}

/** How an application's id is spelled in an address, before decoding: the rules compare addresses as they are. */
export function spellingsIn(url: string, app: string): string[] {
  const query = URL.parse(url)?.search.slice(1) ?? '';
  return query
    .split('&')
    .map((pair) => pair.slice(pair.indexOf('=') + 1))
    .filter((value) => value !== app && new URLSearchParams(`v=${value}`).get('v') === app);
}
