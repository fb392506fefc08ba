import { sha256Hex } from '../address/answer/digest.ts';
import { colourOf, type Marked } from './mark.ts';

/** How a connection's own container looks in Firefox. */

/** Firefox shows names of containers in the address bar; longer ones are cut there. */
const NAME_LIMIT = 40;

/** The name of a connection's own container. */
export function containerName(connection: { name: string }): string {
  return connection.name.slice(0, NAME_LIMIT);
}

/** The colour of a connection's container: that of its mark where the browser has it, else always the same other one. */
export function containerColour(connection: Pick<Marked, 'id' | 'mark'>, colours: readonly string[]): string {
  const own = colourOf(connection);
  if (colours.includes(own)) return own;
  const number = Number.parseInt(sha256Hex(connection.id).slice(0, 8), 16);
  return colours[number % colours.length] ?? 'blue';
}
