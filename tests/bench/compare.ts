import type { Kept } from './kept.ts';

/** A share by which a figure may be above the kept one before it is named. */
const TOLERANCE = 0.2;

/** What costs more than what is kept, beside the bare browser of its own run; one line each. */
export function dearer(now: readonly Kept[], kept: readonly Kept[]): string[] {
  return now.flatMap((each) => {
    // Browsers of another version are other browsers.
    const last = kept.find(({ what, browser }) => what === each.what && browser === each.browser);
    if (!last || each.ratio <= last.ratio * (1 + TOLERANCE)) return [];
    return [
      `${each.what}, ${each.browser}: ${last.ratio.toFixed(1)} → ${each.ratio.toFixed(1)} times the bare browser`,
    ];
  });
}
