import type { GuardRule } from '@/utils/domain/address/guard-rules.ts';

export interface Request {
  url: string;
  tabId: number;
  type: 'main_frame' | 'sub_frame' | 'xmlhttprequest';
  method?: 'get' | 'post';
  /** The host that began it; absent where the user or another program did. */
  initiator?: string;
}

/** A `urlFilter` as a regular expression: `*` is anything, `^` a separator or the end; no rule of ours has an anchor. */
function ofUrlFilter(filter: string): RegExp {
  const source = filter
    .replace(/[.+?${}()|[\]\\/-]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('^', '(?:[^A-Za-z0-9_.%-]|$)');
  return new RegExp(source, 'i');
}

const known = new Map<string, RegExp>();

function compiled(source: string): RegExp {
  const found = known.get(source) ?? new RegExp(source, 'i');
  known.set(source, found);
  return found;
}

const under = (host: string, domains: readonly string[]): boolean =>
  domains.some((domain) => host === domain || host.endsWith(`.${domain}`));

/** The browsers compare the whole address, its fragment included (seen on Chromium 156 and Firefox 153). */
function fits({ regexFilter, urlFilter }: GuardRule['condition'], href: string): boolean {
  if (regexFilter !== undefined) return compiled(regexFilter).test(href);
  return urlFilter === undefined || ofUrlFilter(urlFilter).test(href);
}

function matches({ condition }: GuardRule, request: Request): boolean {
  const { tabId, type, method = 'get', initiator } = request;
  const { hostname, href } = new URL(request.url);
  const foreign = initiator === undefined || !under(initiator, condition.excludedInitiatorDomains ?? []);
  return (
    under(hostname, condition.requestDomains) &&
    condition.resourceTypes.includes(type) &&
    (condition.requestMethods?.includes(method as 'post') ?? true) &&
    foreign &&
    (!condition.tabIds || condition.tabIds.includes(tabId)) &&
    fits(condition, href)
  );
}

/** Of two rules of one priority that one wins whose action comes first here. */
const PRECEDENCE = ['allow', 'block', 'redirect'];

/** What `declarativeNetRequest` makes of a request: the rule of the highest priority decides. */
export function verdict(rules: readonly GuardRule[], request: Request): 'guard' | 'end' | 'pass' {
  const rank = ({ action }: GuardRule): number => PRECEDENCE.indexOf(action.type);
  const [winner] = rules
    .filter((rule) => matches(rule, request))
    .sort((a, b) => b.priority - a.priority || rank(a) - rank(b));
  const type = winner?.action.type;
  return type === 'redirect' ? 'guard' : type === 'block' ? 'end' : 'pass';
}
