import type { ConnectionForm } from '../domain/account/connection-form.ts';
import { askForMarketplace } from '../platform/guard/permissions.ts';
import { problemOf } from './ask.ts';
import { sendMessage } from './send.ts';

/**
 * Adds a connection, and asks for its marketplace's pages where they are not built in: it can be there without them.
 * To be called in a click's handler, with nothing waited for before.
 *
 * @returns in words why it could not be added; undefined where it was
 */
export async function addConnection(form: ConnectionForm): Promise<string | undefined> {
  const asked = askForMarketplace(form.marketplace);
  const problem = await problemOf(sendMessage('connection/add', form));
  await asked;
  return problem;
}
