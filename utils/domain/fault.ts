import type * as z from 'zod/mini';
import type { DayReadings } from './cells/days.ts';

/** Why a file is not taken; the surfaces have a sentence for each. */
export type FaultCode =
  /** More than anybody's own file can hold. */
  | 'too-large'
  | 'not-text'
  | 'not-json'
  /** JSON, and not of ours. */
  | 'not-ours'
  /** Of a program that is newer than this one. */
  | 'newer-version'
  | 'missing'
  | 'wrong-type'
  | 'unknown-value'
  | 'bad-date'
  | 'too-long'
  | 'twice'
  | 'quote-open'
  | 'no-columns'
  | 'too-many-cells'
  | 'unknown-place'
  | 'unknown-software'
  /** A column whose name is not known, close to one that is missing. */
  | 'unknown-column'
  /** A spreadsheet has rounded a number, or put an error in its place. */
  | 'rounded'
  /** A day that no authorisation can be given on, or end on. */
  | 'far-date';

/** What is wrong with a file, and where. */
export interface Fault {
  code: FaultCode;
  /** Of a table, counted from 1 as a spreadsheet does. */
  line?: number;
  /** The column of that line, or the way to the value: `connections[3].name`. */
  path?: string;
  /** What stands there, shortened. */
  value?: string;
  /** The days that the value can mean, by the order in which it is read: then it is a question. */
  readings?: DayReadings;
}

/** At most this many faults are reported. */
export const FAULTS_TOLD = 20;

/** After so many faults a file is read no further: one can have a hundred thousand. */
export const MOST_FAULTS = 100;

/** A value for the person to recognise it by: short, in one line, as text. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

type Issue = z.core.$ZodIssue;

function codeOf(issue: Issue): FaultCode {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'missing' : 'wrong-type';
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too-long' : 'unknown-value';
    case 'too_small':
      return issue.origin === 'string' ? 'missing' : 'unknown-value';
    case 'invalid_format':
      return issue.format === 'date' ? 'bad-date' : 'unknown-value';
    case 'invalid_value':
      return issue.input === undefined ? 'missing' : 'unknown-value';
    case 'invalid_union':
      return 'unknown-value';
    default:
      return 'wrong-type';
  }
}

/** The way to a value, as it is written in the file: `connections[3].name`. */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('');
}

/** What a schema says against a value, below `under`: one fault for each place. It was asked with `reportInput`. */
export function faultsOf(issues: readonly Issue[], under: readonly PropertyKey[] = []): Fault[] {
  const byPlace = new Map<string, Fault>();
  for (const issue of issues) {
    if (byPlace.size >= MOST_FAULTS) break;
    const fault = faultOf(issue, under);
    const place = fault.path ?? '';
    if (!byPlace.has(place)) byPlace.set(place, fault);
  }
  return [...byPlace.values()];
}

function faultOf(issue: Issue, under: readonly PropertyKey[]): Fault {
  const code = codeOf(issue);
  const path = pathText([...under, ...issue.path]);
  const value = code === 'missing' || typeof issue.input === 'object' ? '' : shown(issue.input);
  return { code, ...(path && { path }), ...(value && { value }) };
}
