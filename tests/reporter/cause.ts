import { join } from 'node:path';

/** Where a journey that fails leaves why: what the user saw and what the extension kept, without secrets. */
export const FAILURES = join(import.meta.dirname, '../../.output/e2e');

/** The file for a test, without its ending. @param name with the names of all that it stands in */
export const causeOf = (name: string): string =>
  join(
    FAILURES,
    name
      .replace(/[^\w]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(-120),
  );
