import { marketplaceById } from '../marketplaces/index.ts';
import type { Address, ConsentRequest } from './address.ts';
import type { Allowance } from './guard-rules.ts';
import { isUnder } from './place.ts';
import { ODD_NAME } from './rules/spelling.ts';

const oddName = new RegExp(`[?&]${ODD_NAME}=`, 'i');

/**
 * Whether an address names its application so that the browsers' rules, which compare it as it is, find that one and
 * no other: its parameters under their usual names, the application's once.
 */
export function isPlain({ url, marketplace, ask }: ConsentRequest): boolean {
  const href = URL.parse(url)?.href ?? '';
  const page = marketplaceById(marketplace).pages.find(
    ({ guarded, asks }) => guarded && asks?.kind === ask.kind,
  );
  const name = page?.asks?.app?.toLowerCase();
  const times = name === undefined ? 0 : href.toLowerCase().split(new RegExp(`${name}(?:=|%3d)`)).length - 1;
  return ask.app !== undefined && times <= 1 && !oddName.test(href);
}

/** Whether an allowance lets a request for consent pass: the same that its rules do in the browser. */
export function lets(
  allowance: Allowance,
  { page, request }: Address & { request: ConsentRequest },
): boolean {
  const { kind, app, domains } = allowance;
  if (domains && !domains.some((each) => isUnder(request.host, each))) return false;
  const inTab = allowance.tabId !== undefined;
  if (app === undefined) return inTab;
  // The account picker can lose the application on the way; the sign-in leads on to what is asked about by itself.
  if (inTab && ((page.step === 'consent' && !page.ask) || page.step === 'sign-in')) return true;
  return request.ask.kind === kind && request.ask.app === app && isPlain(request);
}
