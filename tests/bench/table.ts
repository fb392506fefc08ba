/** One thing measured: ours beside the bare browser's, in ms. */
export interface Measurement {
  what: string;
  browser: string;
  ours: number[];
  bare: number[];
}

/** The middle value; of two, the lower one. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}

const spread = (values: readonly number[]): string =>
  `${median(values).toFixed(0)} (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)})`;

/** All measurements as one table; the ratio is that of the medians. */
export function table(measured: readonly Measurement[]): string {
  const rows = measured.map(({ what, browser, ours, bare }) => [
    what,
    browser,
    spread(ours),
    spread(bare),
    (median(ours) / median(bare)).toFixed(1),
  ]);
  const all = [['', 'browser', 'ours, ms', 'bare, ms', 'ratio'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: string[]): string =>
    row
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return all.map(line).join('\n');
}
