import type { Marketplace, Page } from '../../marketplaces/definition/schema.ts';
import { marketplaces } from '../../marketplaces/index.ts';
import {
  HOST,
  literal,
  oddlySpelled,
  PLAIN_PATH,
  plainPath,
  QUERY,
  spelled,
  spelledPath,
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

/** What a page's address looks like inside a parameter of another address, however often it is encoded. */
function carried(page: Page): string[] {
  const equals = '(=|%(25)*3d)';
  const [name] = namesOf(page);
  if (page.path !== ANY_PATH) {
    const segments = page.path.split('/').filter(Boolean);
    const slash = '(/|%(25)*2f)';
    // A word by itself says too little: a query has to follow.
    if (segments.length === 1) return [`${slash}${segments.map(literal)}(\\?|%(25)*3f)`];
    return [segments.map(literal).join(slash)];
  }
  if (name === undefined) return [];
  if (!page.anyOf) return [literal(name) + equals];
  const other = either(page.anyOf) + equals;
  return [`${name}${equals}[^&#]*${other}`, `${other}[^&#]*${name}${equals}`];
}

function carrying(page: Page, name: string, all: readonly Page[]): string[] {
  const path = page.path.split('/').filter((segment) => segment && segment !== '**');
  const start = `${HOST}${path.map(literal).join('/+')}[^?#]*\\?([^#]*&)?${literal(name)}=[^&#]*`;
  return all
    .filter(({ carries, everywhere }) => everywhere && !carries)
    .flatMap(carried)
    .map((inner) => start + inner);
}

function shapesOf(marketplace: Marketplace): Shape[] {
  const guarded = marketplace.pages.filter((page) => page.guarded);
  return guarded.flatMap((page) => {
    const { carries, path, posted } = page;
    const shape = (source: string): Shape => ({ marketplace, page, source });
    if (carries) return carrying(page, carries, guarded).map(shape);
    const own =
      path === ANY_PATH
        ? byQuery(page).map(shape)
        : [shape(`${plainPath(path)}([?#]|$)`), { ...shape(spelledPath(path)), odd: true as const }];
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

/**
 * How much of an address is compared: the browsers' own engine takes a time that grows with its length, this one's with
 * the square of it, and any page may open an address of a megabyte. No server takes a longer one than this.
 */
const LONGEST = 8192;

/**
 * The look by which the guard's rules stop an address.
 *
 * @param href The address as it is sent.
 */
export function shapeOf(marketplace: Marketplace, href: string): Shape | undefined {
  const compared = href.slice(0, LONGEST);
  const isPlain = plain.test(compared);
  const own = compiled.filter(({ shape }) => shape.marketplace === marketplace && !(shape.odd && isPlain));
  return own.find(({ expression }) => expression.test(compared))?.shape;
}

/** Where a form may be posted that asks for a consent in its body. */
export function postedAt(marketplace: Marketplace, href: string): Page | undefined {
  return shapes.find(
    ({ marketplace: own, posted, source }) =>
      posted && own === marketplace && new RegExp(source, 'i').test(href.slice(0, LONGEST)),
  )?.page;
}
