import type { Connection } from '../../account/connection.ts';
import { opensBy } from '../../integrations/index.ts';
import { type LedgerEntry, resultOf } from '../run.ts';

/**
 * Whether a grant may not have reached the software: it runs in the browser, where the container has no login of it, and
 * the seller has not said yet that it works.
 */
export function mayBeMissing(run: LedgerEntry, connection: Connection | undefined): boolean {
  if (!connection || run.container === undefined || resultOf(run) !== 'granted') return false;
  const inBrowser = opensBy(connection.integration, connection.marketplace) !== 'desktop';
  return inBrowser && connection.finishing?.finishedAt === undefined;
}
