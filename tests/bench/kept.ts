import { loadavg } from 'node:os';
import { type Measurement, median } from './table.ts';

/** A figure that is kept, for later runs to be compared with: medians in ms, and how they stand to each other. */
export interface Kept {
  what: string;
  browser: string;
  ours: number;
  bare: number;
  ratio: number;
}

/** All that is kept of a run, and how busy the machine was: processes that wait for each of its cores. */
export interface KeptRun {
  on: string;
  load: number;
  figures: Kept[];
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** What is kept of a run on a day, `YYYY-MM-DD`. */
export function keptOf(measured: readonly Measurement[], on: string, load = loadavg()[0] ?? 0): KeptRun {
  const figures = measured.map(({ what, browser, ours, bare }) => ({
    what,
    browser,
    ours: Math.round(median(ours)),
    bare: Math.round(median(bare)),
    ratio: round(median(ours) / median(bare)),
  }));
  return { on, load: round(load), figures };
}

const BEGIN = '<!-- bench:begin -->';
const END = '<!-- bench:end -->';

/** The kept figures as a table of a page, in place of the one that stands there. */
export function withTable(page: string, { on, load, figures }: KeptRun): string {
  const rows = figures.map(({ what, browser, ours, bare, ratio }) =>
    [what, browser.replace(/(\d+)\..*/, '$1'), ours, bare, ratio].join(' | '),
  );
  const text = [
    BEGIN,
    `Medians of ${on}, while ${load} processes waited for the machine’s two cores:`,
    '',
    '| what | browser | ours, ms | bare, ms | ratio |',
    '| --- | --- | --: | --: | --: |',
    ...rows.map((row) => `| ${row} |`),
    END,
  ].join('\n');
  return page.slice(0, page.indexOf(BEGIN)) + text + page.slice(page.indexOf(END) + END.length);
}
