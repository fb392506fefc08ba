import type { Marketplace, Page } from '../../marketplaces/definition/schema.ts';
import { marketplaces } from '../../marketplaces/index.ts';
import {
  literal,
  oddlySpelled,
  PLAIN_PATH,
  plainPath,
  QUERY,
  spelled,
  spelledPaths,
  upToValue,
  usualPaths,
  within,
} from './spelling.ts';

/** One look of a request for consent, as the browsers' rules compare it. */
export interface Shape {
  marketplace: Marketplace;
  page: Page;
  /** A regular expression over the whole address, compared without case. */
  source: string;
  /** Counts only where a letter of the path is encoded. */
  odd?: true;
  /** Only a form that is posted from elsewhere. */
  posted?: true;
}

const ANY_PATH = '/**';

const either = (names: readonly string[]): string => `(${names.map(literal).join('|')})`;

/** The parameters that a page asks to be there, without the one that is enough out of several. */
export function namesOf(page: Page): string[] {
  return Object.entries(page.query ?? {}).flatMap(([name, condition]) =>
    condition === 'filled' ? [name] : [],
  );
}

/** A request that is known by its parameters, in whatever order, and one of them by whatever name it is spelled. */
function byQuery(page: Page): string[] {
  const [name] = namesOf(page);
  if (name === undefined) return [];
  const filled = `${spelled(name)}=[^&#]`;
  if (!page.anyOf) return [QUERY + filled];
  return [either(page.anyOf), oddlySpelled(page.anyOf)].flatMap((other) => [
    `${QUERY}${filled}[^#]*&${other}=`,
    `${QUERY}${other}=([^#]*&)?${filled}`,
  ]);
}

/** A word that all hosts of a marketplace have in them, where there is one. */
function ownWord({ sessionDomains }: Marketplace): string {
  const [first, ...others] = sessionDomains.map(({ domain }) => domain.split('.', 1)[0] ?? '');
  return others.every((label) => label === first) ? (first ?? '') : '';
}

/** Up to the path of a carried address: a host of the marketplace's own, or none where it is relative. */
const carriedHost = (word: string): string =>
  `([--z]*(%\\d+[a-f])*[--z]*${literal(word)}\\.[--:@-z]*)?${within('/')}+`;

/** What a page's address looks like inside a parameter of another address, however often it is encoded. */
function carried(page: Page, word: string): string[] {
  const equals = within('=');
  if (page.path !== ANY_PATH) {
    const path = page.path
      .split('/')
      .filter(Boolean)
      .map(literal)
      .join(`${within('/')}+`);
    return [`${carriedHost(word)}${path}([/?&#]|%\\d+f|$)`];
  }
  const [name] = namesOf(page);
  if (name === undefined) return [];
  const before = `[^&#]*${literal(word)}[^&#]*[?&f6]`;
  if (!page.anyOf) return [before + literal(name) + equals];
  return page.anyOf.flatMap((other) => [
    `${before}${literal(name)}${equals}[^&#]*${literal(other)}${equals}`,
    `${before}${literal(other)}${equals}[^&#]*${literal(name)}${equals}`,
  ]);
}

function carrying(page: Page, name: string, all: readonly Page[], word: string): string[] {
  return all
    .filter(({ carries, everywhere }) => everywhere && !carries)
    .flatMap((each) => carried(each, word))
    .map((inner) => upToValue(page.path, name) + inner);
}

function shapesOf(marketplace: Marketplace): Shape[] {
  const guarded = marketplace.pages.filter((page) => page.guarded);
  return guarded.flatMap((page) => {
    const { carries, path, posted } = page;
    const shape = (source: string): Shape => ({ marketplace, page, source });
    if (carries) return carrying(page, carries, guarded, ownWord(marketplace)).map(shape);
    const own =
      path === ANY_PATH
        ? byQuery(page).map(shape)
        : [
            ...usualPaths(path).map(shape),
            ...spelledPaths(path).map((source) => ({ ...shape(source), odd: true as const })),
          ];
    return posted ? [...own, { ...shape(`${plainPath(posted)}([?#]|$)`), posted: true as const }] : own;
  });
}

/** Two pages of a marketplace may look alike, and two marketplaces: each has rules of its own. */
const unique = (all: Shape[]): Shape[] => [...new Map(all.map((shape) => [shape.source, shape])).values()];

/** Every look that the guard stops, on every host under the session domains of its marketplace. */
export const shapes: readonly Shape[] = marketplaces.flatMap((each) => unique(shapesOf(each)));

const compiled = shapes
  .filter(({ posted }) => !posted)
  .map((shape) => ({ shape, expression: new RegExp(shape.source, 'i') }));

const plain = new RegExp(PLAIN_PATH);

/** An address up to this length is compared as it is. */
const LONGEST = 8192;

/** Of a value so much is compared, and so many parameters whose name may be any in another spelling. */
const VALUE = 4096;
const ODD_NAMES = 100;

const names = new Set(
  marketplaces.flatMap(({ pages }) =>
    pages
      .filter(({ guarded }) => guarded)
      .flatMap((page) => [...Object.keys(page.query ?? {}), ...(page.anyOf ?? []), page.carries ?? ''])
      .map((name) => name.toLowerCase()),
  ),
);

/** The longest path with one slash where there are several, and each sign encoded twice at most. */
const PATH = 2048;

const shortened = (path: string): string =>
  path
    .slice(8)
    .replace(/(?:25){2,}/g, '25')
    .replace(/(?:\/|;[^/;%]*|%2f)+/gi, '/')
    .replace(/^/, path.slice(0, 8))
    .slice(0, PATH);

/**
 * What there is to compare of an address: the browsers' own engines take a time that grows with its length, this one's
 * with the square of it, and any page may open an address of a megabyte. Parameters that no look asks for make no
 * difference to any, nor does the third one of a name.
 */
function comparable(href: string): string {
  if (href.length <= LONGEST) return href;
  const [address = ''] = href.split('#', 1);
  const start = address.indexOf('?');
  if (start < 0) return shortened(address);
  const times = new Map<string, number>();
  const kept = address
    .slice(start + 1)
    .split('&')
    .filter((pair) => {
      const equals = pair.indexOf('=');
      const name = (equals < 0 ? pair : pair.slice(0, equals)).toLowerCase();
      const counted = name.includes('%') ? '%' : names.has(name) ? name : undefined;
      if (counted === undefined) return false;
      times.set(counted, (times.get(counted) ?? 0) + 1);
      return (times.get(counted) ?? 0) <= (counted === '%' ? ODD_NAMES : 2);
    })
    .map((pair) => pair.slice(0, VALUE));
  return `${shortened(address.slice(0, start))}?${kept.join('&')}`;
}

/**
 * The look by which the guard's rules stop an address.
 *
 * @param href The address as it is sent.
 */
export function shapeOf(marketplace: Marketplace, href: string): Shape | undefined {
  const compared = comparable(href);
  const isPlain = plain.test(compared);
  const own = compiled.filter(({ shape }) => shape.marketplace === marketplace && !(shape.odd && isPlain));
  return own.find(({ expression }) => expression.test(compared))?.shape;
}

/** Where a form may be posted that asks for a consent in its body. */
export function postedAt(marketplace: Marketplace, href: string): Page | undefined {
  return shapes.find(
    ({ marketplace: own, posted, source }) =>
      posted && own === marketplace && new RegExp(source, 'i').test(comparable(href)),
  )?.page;
}
