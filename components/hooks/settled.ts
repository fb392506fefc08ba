import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A page must have been in view and still for this long before a click on it counts: ms. */
export const SETTLE_TIME = 500;

/**
 * Whether the person has had the time to see what they are about to press: the page is visible, and the element has
 * not moved or changed its size for `SETTLE_TIME`. Guards against clicks that were meant for what was there before.
 */
export function useSettled(element: RefObject<HTMLElement | null>): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    let since = performance.now();
    let place = '';
    let frame = 0;
    const look = (): void => {
      const { x, y, width, height } = element.current?.getBoundingClientRect() ?? new DOMRect();
      const now = [x + scrollX, y + scrollY, width, height].map(Math.round).join();
      const still = now === place && width > 0 && document.visibilityState === 'visible';
      place = now;
      if (!still) {
        since = performance.now();
        setSettled(false);
      } else if (performance.now() - since >= SETTLE_TIME) {
        setSettled(true);
      }
      frame = requestAnimationFrame(look);
    };
    const hidden = (): void => {
      since = performance.now();
      setSettled(false);
    };
    frame = requestAnimationFrame(look);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [element]);
  return settled;
}
