import { type Measurement, median } from './table.ts';

/** A share by which a figure may be above the last one before it is named. */
const TOLERANCE = 0.2;

const ratio = ({ ours, bare }: Measurement): number => median(ours) / median(bare);

/** What costs more than last time, beside the bare browser of its own run; one line each. */
export function dearer(now: readonly Measurement[], before: readonly Measurement[]): string[] {
  return now.flatMap((each) => {
    // Browsers of another version are other browsers.
    const last = before.find(({ what, browser }) => what === each.what && browser === each.browser);
    if (!last) return [];
    const [is, was] = [ratio(each), ratio(last)];
    return is > was * (1 + TOLERANCE)
      ? [`${each.what}, ${each.browser}: ${was.toFixed(1)} → ${is.toFixed(1)} times the bare browser`]
      : [];
  });
}
