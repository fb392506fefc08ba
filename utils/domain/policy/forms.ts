import { type Fault, type FaultCode, shown } from '../fault.ts';

/**
 * The forms in which a value of a policy arrives. Registries, profiles and management tools write booleans and lists as
 * text or numbers, and administrators write words as they please.
 */

const YES = new Set(['true', 'yes', 'on', '1']);
const NO = new Set(['false', 'no', 'off', '0']);

/** A boolean in any of its forms; undefined where it is none. */
export function flagOf(value: unknown): boolean | undefined {
  const word = String(value).trim().toLowerCase();
  if (!['boolean', 'string', 'number'].includes(typeof value)) return undefined;
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}

const bare = (word: string): string => word.toLowerCase().replace(/[\s_-]/g, '');

/** One of several words, whatever their case and the signs between their parts; undefined where it is none of them. */
export function wordOf<T extends string>(value: unknown, words: readonly T[]): T | undefined {
  return typeof value === 'string' ? words.find((word) => bare(word) === bare(value)) : undefined;
}

/** The entries of a list, or of a text with commas or blanks between them, each with its place; undefined for others. */
export function entriesOf(value: unknown, path: string): { entry: unknown; path: string }[] | undefined {
  if (Array.isArray(value)) return value.map((entry, index) => ({ entry, path: `${path}[${index}]` }));
  if (typeof value !== 'string') return undefined;
  return value
    .split(/[,;\n]/)
    .map((entry) => entry.trim())
    .flatMap((entry) => (entry ? [{ entry, path }] : []));
}

/** What is to be told of a value that is left out. */
export function faultAt(code: FaultCode, path: string, value: unknown): Fault {
  return { code, path, ...(typeof value !== 'object' && value !== '' && { value: shown(value) }) };
}
