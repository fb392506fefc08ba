import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Where a journey that fails leaves why: what the user saw and what the extension kept, without secrets. */
export const FAILURES = join(import.meta.dirname, '../../.output/e2e');

/** The file for a test, without its ending. @param name with the names of all that it stands in */
export function causeOf(name: string): string {
  const readable = name.replace(/[^\w]+/g, '-').replace(/^-|-$/g, '');
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return join(FAILURES, readable.length > 100 ? `${readable.slice(0, 90)}-${hash}` : readable);
}
