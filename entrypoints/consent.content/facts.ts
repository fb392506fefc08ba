import { sameAccount } from '@/utils/domain/account/grant.ts';
import { type ConsentStep, classifyUrl, placeOfHost } from '@/utils/domain/address/consent-url.ts';
import type { Marketplace } from '@/utils/domain/marketplaces/schema.ts';
import type { PageFacts } from '@/utils/flows/renewal/page-facts.ts';

/** Scraped text is a hint: short, one line, never markup. */
const LABEL_LIMIT = 120;

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
      if (!parentElement?.closest('script, style, noscript')) words += ` ${nodeValue?.trim()}`;
    }
  }
  return words.slice(0, limit);
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, LABEL_LIMIT);

/** Who the page says is signed in, by the first label of this step that is there. */
function labelOnPage(marketplace: Marketplace, step: ConsentStep): Pick<PageFacts, 'label' | 'user'> {
  // An authorise address that stays is the consent itself.
  const here = step === 'authorise' ? 'consent' : step;
  for (const { selector, beside, take, namesUser, steps } of marketplace.accountLabels) {
    if (!steps.some((each) => each === here) || (beside && !document.querySelector(beside))) continue;
    const text = oneLine(document.querySelector(selector)?.textContent ?? '');
    const name = (take && new RegExp(take).exec(text)?.[1]?.trim()) || text;
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
  const field = marketplace.signInField && document.querySelector(marketplace.signInField.selector);
  if (!(field instanceof HTMLInputElement) || signInName === undefined) return undefined;
  const value = field.value.trim();
  if (!value || field === document.activeElement || !field.checkVisibility()) return undefined;
  return !sameAccount(value, signInName);
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
