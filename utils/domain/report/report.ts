import { classifyUrl } from '../address/consent-url.ts';
import { placeUnder } from '../address/place.ts';
import type { Marketplace, MarketplaceId } from '../marketplaces/definition/schema.ts';
import { marketplaceById } from '../marketplaces/index.ts';
import type { RawElement, RawStructure } from './structure.ts';
import { generic } from './words.ts';

/** What stands for a part of a host or path that is nobody's business. */
const ANY = '*';

/** How a page is built, for whoever has to bring a definition up to date. Of the user nothing is in it. */
export interface PageReport {
  marketplace: MarketplaceId;
  /** Of the extension, and so of the definition. */
  version: string;
  /** What our definition takes the page for. */
  step: string;
  host: string;
  /** The page's role among the hosts, by the definition; absent where it has none. */
  role?: string;
  path: string;
  /** HTTP status; 0 where the browser does not say. */
  status: number;
  /** The definition's selectors, how many things they find, and how many of those can be seen. */
  selectors: { selector: string; found: number; shown: number }[];
  elements: string[];
}

const TAGS =
  /^(?:h[1-6]|button|input|select|textarea|form|main|nav|header|footer|dialog|iframe|a|label|div|span|ul|li|section|p)$/;
const ROLES =
  /^(?:alert|alertdialog|banner|button|checkbox|combobox|complementary|contentinfo|dialog|form|group|heading|img|link|list|listbox|listitem|main|menu|menuitem|navigation|none|option|presentation|progressbar|radio|radiogroup|region|search|status|switch|tab|tablist|tabpanel|textbox|toolbar)$/;
const TYPES =
  /^(?:button|checkbox|email|hidden|image|number|password|radio|reset|search|submit|tel|text|url)$/;

const MOST_CLASSES = 4;

/** An element as a selector writes it: `button#continue.primary[type=submit]`, with `*` for what is not known. */
function elementText({ tag, role, type, id, classes, shown, within }: RawElement): string {
  const name = TAGS.test(tag) ? tag : tag.includes('-') ? 'component' : 'element';
  const safeId = id === undefined ? undefined : generic(id);
  const safeClasses = [...new Set(classes.flatMap((each) => generic(each) ?? []))].slice(0, MOST_CLASSES);
  return [
    within ? '(shadow) ' : '',
    name,
    safeId ? `#${safeId}` : '',
    ...safeClasses.map((each) => `.${each}`),
    role !== undefined && ROLES.test(role) ? `[role=${role}]` : '',
    type !== undefined && TYPES.test(type) ? `[type=${type}]` : '',
    shown ? '' : ' (hidden)',
  ].join('');
}

/** The selectors of a definition by which pages are read. */
export function selectorsOf({ accountLabels, signInField }: Marketplace): string[] {
  const all = accountLabels.flatMap(({ selector, beside }) => [selector, ...(beside ? [beside] : [])]);
  return [...new Set([...all, ...(signInField ? [signInField.selector] : [])])];
}

function hostPattern(marketplace: Marketplace, host: string): string {
  const place = placeUnder(host);
  if (place?.role) return host;
  const domain = marketplace.sessionDomains.find(
    (each) => host === each.domain || host.endsWith(`.${each.domain}`),
  )?.domain;
  if (!domain) return ANY;
  return host === domain ? domain : `${ANY}.${domain}`;
}

const MOST_SEGMENTS = 8;

function pathPattern(pathname: string): string {
  const segments = pathname.split('/').filter(Boolean).slice(0, MOST_SEGMENTS);
  return `/${segments.map((segment) => generic(segment) ?? ANY).join('/')}`;
}

/**
 * What may be told of a page: only what is generic of it.
 *
 * @param version Of the extension.
 * @returns undefined where the page is not the marketplace's.
 */
export function reportOf(id: MarketplaceId, raw: RawStructure, version: string): PageReport | undefined {
  const marketplace = marketplaceById(id);
  const url = URL.parse(raw.url);
  const place = url ? placeUnder(url.hostname.replace(/\.+$/, '')) : undefined;
  if (!url || place?.marketplace !== marketplace) return undefined;
  const counted = new Map<string, number>();
  for (const text of raw.elements.map(elementText)) counted.set(text, (counted.get(text) ?? 0) + 1);
  return {
    marketplace: id,
    version,
    step: classifyUrl(raw.url).step,
    host: hostPattern(marketplace, url.hostname.replace(/\.+$/, '')),
    ...(place.role && { role: place.role }),
    path: pathPattern(url.pathname),
    status: raw.status,
    selectors: selectorsOf(marketplace).map((selector, index) => ({
      selector,
      found: raw.hits[index]?.found ?? 0,
      shown: raw.hits[index]?.shown ?? 0,
    })),
    elements: [...counted].map(([text, times]) => (times > 1 ? `${text} ×${times}` : text)),
  };
}
