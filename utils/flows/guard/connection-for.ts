import type { Connection } from '../../domain/account/connection.ts';
import type { NewConnection } from '../../domain/account/connection-form.ts';
import type { ConsentRequest } from '../../domain/address/address.ts';
import type { Ports } from '../ports/ports.ts';

/** The connection that was chosen; a new one is added first. Undefined where it is gone. */
export async function connectionFor(
  { connections, clock, newId }: Pick<Ports, 'connections' | 'clock' | 'newId'>,
  asked: ConsentRequest,
  wanted: { id: string } | NewConnection,
): Promise<Connection | undefined> {
  if ('id' in wanted) return connections.get(wanted.id);
  // The same words again, after a worker's death or out of habit, mean the same connection.
  const alike = (await connections.all()).find(
    (each) =>
      each.marketplace === asked.marketplace &&
      each.site === asked.site &&
      each.central === asked.central &&
      each.integration === wanted.integration &&
      each.software === wanted.software &&
      each.name === wanted.name,
  );
  if (alike) return alike;
  const at = clock.now();
  const connection: Connection = {
    id: newId(),
    marketplace: asked.marketplace,
    site: asked.site,
    region: asked.region,
    ...(asked.central && { central: asked.central }),
    ...wanted,
    apps: asked.ask.app === undefined ? [] : [{ kind: asked.ask.kind, app: asked.ask.app, verified: false }],
    account: {},
    createdAt: at,
    updatedAt: at,
  };
  await connections.put(connection);
  return connection;
}
