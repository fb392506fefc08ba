import type { Connection } from '../account/connection.ts';
import { integrationById } from '../integrations/index.ts';
import type { Central } from '../marketplaces/definition/schema.ts';

type Alike = Pick<Connection, 'marketplace' | 'site' | 'central' | 'name' | 'integration' | 'software'>;

/** What a line says about which connection it means. */
export interface Meant {
  id: string | undefined;
  about: Omit<Alike, 'central'>;
  /** Undefined where the line does not say. */
  central: 'seller' | Central | undefined;
}

/** The software of a connection as people call it. */
export const softwareOf = ({ integration, software }: Pick<Connection, 'integration' | 'software'>): string =>
  integrationById(integration).name || software || '';

/** Sellers are those of whom nothing is said. */
export const centralPart = (central: Meant['central']): { central?: Central } =>
  central === 'vendor' ? { central } : {};

/** What tells a connection apart where no id is given. */
function identityOf({ marketplace, site, central, name, ...software }: Alike): string {
  const words = [softwareOf(software), name].map((each) => each.toLowerCase());
  return JSON.stringify([marketplace, site, central ?? 'seller', ...words]);
}

/**
 * Finds the connection that a line is about. One with an id that is not known here, of another machine perhaps, is the
 * connection that is alike; but two lines with ids of their own are two connections, however alike they are.
 *
 * @param ids Every id that the table names.
 */
export function recognised<T extends Alike & { id: string }>(here: readonly T[], ids: Iterable<string>) {
  const byId = new Map(here.map((each) => [each.id, each]));
  const alike = new Map(here.map((each) => [identityOf(each), each]));
  const named = new Set(ids);
  /** By the id of a connection here: the id under which the table knows it. */
  const takenBy = new Map<string, string>();
  return {
    of({ id, about, central }: Meant): T | undefined {
      const own = id === undefined ? undefined : byId.get(id);
      if (own) return own;
      const centrals = central ? [central] : (['seller', 'vendor'] as const);
      const [found] = centrals.flatMap(
        (each) => alike.get(identityOf({ ...about, ...centralPart(each) })) ?? [],
      );
      if (!found || id === undefined) return found;
      if (named.has(found.id) || (takenBy.get(found.id) ?? id) !== id) return undefined;
      takenBy.set(found.id, id);
      return found;
    },
    learn(connection: T): void {
      byId.set(connection.id, connection);
      alike.set(identityOf(connection), connection);
    },
  };
}
