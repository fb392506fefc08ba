import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A page must have been in view, in front and still for this long before a click on it counts: ms. */
export const SETTLE_TIME = 500;

/** Calls back once an element does not lie where it lay any more, or has another size; costs nothing until then. */
function watchPlace(element: Element, moved: () => void): () => void {
  const { top, left, right, bottom } = element.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const margins = [-top, right - clientWidth, bottom - clientHeight, -left];
  let isFirst = true;
  // What it crosses is its own frame as it was: to leave that is to have moved.
  const place = new IntersectionObserver(
    () => {
      if (!isFirst) moved();
      isFirst = false;
    },
    {
      root: document,
      rootMargin: margins.map((each) => `${Math.floor(each)}px`).join(' '),
      threshold: [0.98, 1],
    },
  );
  place.observe(element);
  let sizes = 0;
  const size = new ResizeObserver(() => {
    sizes += 1;
    if (sizes > 1) moved();
  });
  size.observe(element);
  return () => {
    place.disconnect();
    size.disconnect();
  };
}

/**
 * Whether the person has had the time to see what they are about to press: the page is visible, and the element has
 * not moved or changed its size for `SETTLE_TIME`. Guards against clicks that were meant for what was there before:
 * one on an element that is found elsewhere than where it settled is stopped. Still pages cost nothing.
 *
 * @param inFront The page's window must have the focus as well: one that covers it has the focus itself. Not to be asked
 *   of the pop-up, which the browser closes as soon as another window is in front.
 */
export function useSettled(element: RefObject<HTMLElement | null>, inFront = false): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    let since = performance.now();
    let place = '';
    let frame = 0;
    let unwatch: (() => void) | undefined;
    const placeNow = (): string => {
      const { x, y, width, height } = element.current?.getBoundingClientRect() ?? new DOMRect();
      return [x + scrollX, y + scrollY, width, height].map(Math.round).join();
    };
    const isSeen = (): boolean =>
      element.current !== null &&
      element.current.getBoundingClientRect().width > 0 &&
      document.visibilityState === 'visible' &&
      (!inFront || document.hasFocus());
    const look = (): void => {
      const now = placeNow();
      const still = now === place && isSeen();
      place = now;
      if (!still) {
        since = performance.now();
        setSettled(false);
      } else if (performance.now() - since >= SETTLE_TIME) {
        setSettled(true);
        unwatch?.();
        if (element.current) unwatch = watchPlace(element.current, begin);
        return;
      }
      frame = requestAnimationFrame(look);
    };
    function begin(): void {
      unwatch?.();
      unwatch = undefined;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    }
    const again = (): void => {
      since = performance.now();
      setSettled(false);
      begin();
    };
    const pressed = (event: Event): void => {
      if (!element.current?.contains(event.target as Node) || placeNow() === place) return;
      event.stopImmediatePropagation();
      event.preventDefault();
      again();
    };
    begin();
    addEventListener('click', pressed, true);
    document.addEventListener('visibilitychange', again);
    addEventListener('blur', again);
    addEventListener('focus', again);
    return () => {
      unwatch?.();
      cancelAnimationFrame(frame);
      removeEventListener('click', pressed, true);
      document.removeEventListener('visibilitychange', again);
      removeEventListener('blur', again);
      removeEventListener('focus', again);
    };
  }, [element, inFront]);
  return settled;
}
