import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Rows that are kept above and below what is in view, so that a quick scroll or a Tab finds them there. */
const SPARE = 12;

export interface WindowedRows {
  /** The first row that is drawn, and the first one that is not any more. */
  from: number;
  to: number;
  /** The room of the rows that are not drawn: CSS px. */
  above: number;
  below: number;
}

/**
 * Which of many rows of the same height are to be drawn: those in view of the window, and some more.
 *
 * @param body What holds the rows, between `above` and `below`; the height of the first row is taken for all.
 * @param guess The height of a row until one is drawn: CSS px.
 */
export function useWindowed(body: RefObject<HTMLElement | null>, count: number, guess: number): WindowedRows {
  const [view, setView] = useState({ first: 0, last: Math.ceil(innerHeight / guess), height: guess });
  useLayoutEffect(() => {
    const look = (): void => {
      const top = body.current?.getBoundingClientRect().top ?? 0;
      const height = body.current?.children[0]?.getBoundingClientRect().height || guess;
      const first = Math.min(count, Math.max(0, Math.floor(-top / height)));
      const last = Math.min(count, Math.max(0, Math.ceil((innerHeight - top) / height)));
      setView((before) =>
        before.first === first && before.last === last && before.height === height
          ? before
          : { first, last, height },
      );
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [body, guess, count]);
  const from = Math.min(Math.max(0, view.first - SPARE), Math.max(0, count - SPARE));
  const to = Math.min(count, view.last + SPARE);
  return { from, to, above: from * view.height, below: Math.max(0, count - to) * view.height };
}
