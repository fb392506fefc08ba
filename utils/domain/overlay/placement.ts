/** A rectangle in CSS px of the viewport. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

/** The whole card, the folded pill, or nothing where even that would cover something. */
export type OverlayForm = 'card' | 'pill' | 'none';

export interface Placement extends Rect {
  form: OverlayForm;
}

interface Space {
  viewport: Size;
  /** The page's own controls and texts that must stay reachable. */
  obstacles: readonly Rect[];
  card: Size;
  pill: Size;
  /** The person folded it. */
  folded: boolean;
  /** Where it is now: it stays there as long as it can. */
  current?: Placement;
}

/** Distance to the viewport's edge and to the page's controls: px. */
const MARGIN = 12;

function overlaps(a: Rect, b: Rect): boolean {
  return (
    a.x < b.x + b.width + MARGIN &&
    b.x < a.x + a.width + MARGIN &&
    a.y < b.y + b.height + MARGIN &&
    b.y < a.y + a.height + MARGIN
  );
}

const isInside = ({ x, y, width, height }: Rect, viewport: Size): boolean =>
  x >= 0 && y >= 0 && x + width <= viewport.width && y + height <= viewport.height;

/** Places for a box of this size along the viewport's edges, the least in the way first. */
function places({ width, height }: Size, viewport: Size): Rect[] {
  const right = viewport.width - width - MARGIN;
  const bottom = viewport.height - height - MARGIN;
  const middle = Math.round((viewport.height - height) / 2);
  return [bottom, middle, MARGIN].flatMap((y) => [right, MARGIN].map((x) => ({ x, y, width, height })));
}

/**
 * Where the overlay stands: never over one of the page's controls. The card where there is room for it, else the
 * pill, else nothing; the pop-up says the same and is always there.
 */
export function placeOverlay({ viewport, obstacles, card, pill, folded, current }: Space): Placement {
  const free = (rect: Rect): boolean => !obstacles.some((obstacle) => overlaps(rect, obstacle));
  const forms: [OverlayForm, Size][] = folded
    ? [['pill', pill]]
    : [
        ['card', card],
        ['pill', pill],
      ];
  for (const [form, size] of forms) {
    const stay = current?.form === form ? [{ ...size, x: current.x, y: current.y }] : [];
    const found = [...stay, ...places(size, viewport)].find((rect) => isInside(rect, viewport) && free(rect));
    if (found) return { form, ...found };
  }
  return { form: 'none', x: 0, y: 0, width: 0, height: 0 };
}
