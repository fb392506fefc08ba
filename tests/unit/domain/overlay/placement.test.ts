import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOverlay, type Rect } from '@/utils/domain/overlay/placement.ts';

const CARD = { width: 300, height: 260 };
const PILL = { width: 48, height: 48 };
const space = { card: CARD, pill: PILL, folded: false };

const crosses = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('the overlay', () => {
  it('stands in the lower right corner where nothing is', () => {
    expect(placeOverlay({ ...space, viewport: { width: 1280, height: 800 }, obstacles: [] })).toEqual({
      form: 'card',
      x: 1280 - 300 - 12,
      y: 800 - 260 - 12,
      ...CARD,
    });
  });

  it('moves aside for a button', () => {
    const confirm = { x: 1100, y: 700, width: 120, height: 40 };
    const placed = placeOverlay({ ...space, viewport: { width: 1280, height: 800 }, obstacles: [confirm] });
    expect(placed.form).toBe('card');
    expect(crosses(placed, confirm)).toBe(false);
  });

  it('shrinks to the pill on a small screen, and goes where even that would cover something', () => {
    const column = { x: 20, y: 0, width: 320, height: 560 };
    const viewport = { width: 360, height: 640 };
    expect(placeOverlay({ ...space, viewport, obstacles: [column] }).form).toBe('pill');
    const all = { x: 0, y: 0, width: 360, height: 640 };
    expect(placeOverlay({ ...space, viewport, obstacles: [all] }).form).toBe('none');
  });

  it('stays where it is as long as it can', () => {
    const current = { form: 'card' as const, x: 12, y: 12, ...CARD };
    const viewport = { width: 1280, height: 800 };
    expect(placeOverlay({ ...space, viewport, obstacles: [], current })).toMatchObject({ x: 12, y: 12 });
  });

  it('is the pill when the person folded it', () => {
    const viewport = { width: 1280, height: 800 };
    expect(placeOverlay({ ...space, viewport, obstacles: [], folded: true }).form).toBe('pill');
  });

  it('never covers a control and never leaves the screen', () => {
    const rects = fc.record({
      x: fc.integer({ min: -50, max: 1400 }),
      y: fc.integer({ min: -50, max: 1000 }),
      width: fc.integer({ min: 1, max: 500 }),
      height: fc.integer({ min: 1, max: 400 }),
    });
    const viewports = fc.record({
      width: fc.integer({ min: 200, max: 1400 }),
      height: fc.integer({ min: 200, max: 1000 }),
    });
    fc.assert(
      fc.property(
        viewports,
        fc.array(rects, { maxLength: 12 }),
        fc.boolean(),
        (viewport, obstacles, folded) => {
          const placed = placeOverlay({ viewport, obstacles, card: CARD, pill: PILL, folded });
          if (placed.form === 'none') return;
          expect(obstacles.some((obstacle) => crosses(placed, obstacle))).toBe(false);
          expect(placed.x).toBeGreaterThanOrEqual(0);
          expect(placed.x + placed.width).toBeLessThanOrEqual(viewport.width);
          expect(placed.y + placed.height).toBeLessThanOrEqual(viewport.height);
        },
      ),
    );
  });
});
