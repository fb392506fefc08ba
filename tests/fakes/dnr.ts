import type { GuardRule } from '@/utils/domain/address/guard-rules.ts';

export interface Request {
  url: string;
  tabId: number;
  type: 'main_frame' | 'sub_frame' | 'xmlhttprequest';
}

/** A `urlFilter` as a regular expression: `*` is anything, `^` a separator or the end; no rule of ours has an anchor. */
function ofUrlFilter(filter: string): RegExp {
  const source = filter
    .replace(/[.+?${}()|[\]\\/-]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('^', '(?:[^A-Za-z0-9_.%-]|$)');
  return new RegExp(source, 'i');
}

function matches({ condition }: GuardRule, { url, tabId, type }: Request): boolean {
  const { hostname, href, hash } = new URL(url);
  const asSent = href.slice(0, href.length - hash.length);
  const filter = condition.regexFilter
    ? new RegExp(condition.regexFilter, 'i')
    : ofUrlFilter(condition.urlFilter ?? '');
  return (
    condition.requestDomains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`)) &&
    condition.resourceTypes.includes(type) &&
    (!condition.tabIds || condition.tabIds.includes(tabId)) &&
    filter.test(asSent)
  );
}

/** What `declarativeNetRequest` makes of a request: the rule of the highest priority decides. */
export function verdict(rules: readonly GuardRule[], request: Request): 'guard' | 'pass' {
  const [winner] = rules.filter((rule) => matches(rule, request)).sort((a, b) => b.priority - a.priority);
  return winner?.action.type === 'redirect' ? 'guard' : 'pass';
}
