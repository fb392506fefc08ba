import { sameAccount } from '@/utils/domain/account/grant.ts';
import { type ConsentStep, classifyUrl, placeOfHost } from '@/utils/domain/address/consent-url.ts';
import type { Marketplace } from '@/utils/domain/marketplaces/definition/schema.ts';
import { scrapedName } from '@/utils/domain/run/page/scraped.ts';
import type { PageFacts } from '@/utils/flows/renewal/page-facts.ts';

/** So much of a page's text is searched for an error: an error page is short. */
const TEXT_LIMIT = 5000;

/** The document and every open shadow root in it: consent pages are built of components. */
function* roots(root: Document | ShadowRoot): Generator<Document | ShadowRoot> {
  yield root;
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) yield* roots(element.shadowRoot);
  }
}

/** All elements of a selector, those in open shadow roots too. */
export function findAll(selector: string): Element[] {
  return [...roots(document)].flatMap((root) => [...root.querySelectorAll(selector)]);
}

/** The words of a page, scripts and styles left out, up to a length. */
function wordsOf(limit: number): string {
  let words = '';
  for (const root of roots(document)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() && words.length < limit) {
      const { parentElement, nodeValue } = walker.currentNode;
      const isSeen = parentElement?.checkVisibility({ visibilityProperty: true });
      if (isSeen && !parentElement?.closest('script, style, noscript')) words += ` ${nodeValue?.trim()}`;
    }
  }
  return words.slice(0, limit);
}

/** The name in the first element of a selector that can be seen: pages keep those of other steps, hidden. */
function nameShown(selector: string): string | undefined {
  const shown = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
  );
  for (const element of shown) {
    // Of what is within it, too, only what can be seen.
    const name = scrapedName(element.innerText);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Who the page says is signed in, by the first label of this step that is there. */
function labelOnPage(marketplace: Marketplace, step: ConsentStep): Pick<PageFacts, 'label' | 'user'> {
  // An authorise address that stays is the consent itself.
  const here = step === 'authorise' ? 'consent' : step;
  for (const { selector, beside, take, namesUser, steps } of marketplace.accountLabels) {
    if (!steps.some((each) => each === here) || (beside && !document.querySelector(beside))) continue;
    const text = nameShown(selector);
    const name = (take && text && new RegExp(take).exec(text)?.[1]?.trim()) || text;
    if (name) return namesUser ? { user: name } : { label: name };
  }
  return {};
}

function boxTicked(): boolean | undefined {
  const [box] = findAll('input[type="checkbox"], [role="checkbox"]');
  if (!box) return undefined;
  return box instanceof HTMLInputElement ? box.checked : box.getAttribute('aria-checked') === 'true';
}

/**
 * Whether the sign-in form has another name in it than the noted one; undefined while the person is writing it, and
 * where nothing is there to compare. The name itself goes nowhere.
 */
function otherPrefilled(marketplace: Marketplace, signInName: string | undefined): boolean | undefined {
  if (!marketplace.signInField || signInName === undefined) return undefined;
  const field = [...document.querySelectorAll(marketplace.signInField.selector)].find(
    (each) => each instanceof HTMLInputElement && each.checkVisibility({ visibilityProperty: true }),
  );
  if (!(field instanceof HTMLInputElement) || field === document.activeElement) return undefined;
  const value = field.value.trim();
  return value === '' ? undefined : !sameAccount(value, signInName);
}

/**
 * Reads what a consent's page shows. Everything in it was written by the page.
 *
 * @param signInName With which the person signs in, as they noted it.
 */
export function readFacts(signInName: string | undefined): PageFacts {
  const marketplace = placeOfHost(location.hostname)?.marketplace;
  if (!marketplace || !document.body) return {};
  const ticked = boxTicked();
  const other = otherPrefilled(marketplace, signInName);
  const facts: PageFacts = {
    ...labelOnPage(marketplace, classifyUrl(location.href).step),
    ...(ticked !== undefined && { boxTicked: ticked }),
    ...(other !== undefined && { otherPrefilled: other }),
  };
  // A page with a box to tick is a consent, whatever words stand in it.
  if (ticked !== undefined) return facts;
  const text = wordsOf(TEXT_LIMIT);
  const found = marketplace.errorCodeInText && new RegExp(marketplace.errorCodeInText).exec(text);
  const inText = found ? (found[1] ?? found[0]) : undefined;
  const byWords = marketplace.errors.find(
    (each) => each.text && text.toLowerCase().includes(each.text.toLowerCase()),
  );
  const errorCode = inText || byWords?.code;
  return errorCode ? { ...facts, errorCode } : facts;
}
