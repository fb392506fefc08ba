import type { IsolatedFunction } from './page-library/library.ts';
import type { Box, Viewport } from './types.ts';

/**
 * What a browser has to offer for one page. All else (locators, waiting, accessibility) is built on it once,
 * so a journey means the same in both. A surface never waits for conditions; a call that meets a page between
 * two documents fails and is asked again.
 */
export interface Surface {
  url(): Promise<string>;
  /** Beside the page's scripts, with closed shadow roots open. */
  isolated<A extends unknown[], R>(fn: IsolatedFunction<A, R>, ...args: A): Promise<R>;
  /** Runs a script in that world, past any content security policy. */
  provide(source: string): Promise<void>;
  /** In the page's own world. */
  evaluate<A extends unknown[], R>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Starts and does not wait. */
  navigate(url: string): Promise<void>;
  back(): Promise<void>;
  reload(): Promise<void>;
  close(): Promise<void>;
  bringToFront(): Promise<void>;
  /** Presses the main button at a point of the viewport. */
  press(x: number, y: number): Promise<void>;
  /** Keys held together, pressed in this order and let go in the reverse; DOM names (`Shift`, `Tab`, `a`). */
  chord(keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** PNG */
  screenshot(area: 'viewport' | 'page' | Box): Promise<Uint8Array>;
  setViewport(viewport: Viewport): Promise<void>;
  /** From now on accepts the dialogs that open and tells their messages. */
  acceptDialogs(heard: (message: string) => void): Promise<void>;
}
