import type { Listed } from '../../domain/due/listing.ts';
import { conditionOf } from '../../domain/run/checklist/finishing.ts';
import type { ConnectionView } from './views.ts';

/** A connection as short as a long list needs it; whether an organisation set it up is not in a view. */
export function listedOf({
  connection,
  remaining,
  urgency,
  quarantined,
  unconfirmed,
}: ConnectionView): Listed {
  const { id, name, marketplace, site, integration, software, signInName, note, muted, mark } = connection;
  const account = quarantined ? 'wrong' : unconfirmed ? 'unconfirmed' : undefined;
  const condition = conditionOf(connection);
  return {
    id,
    name,
    marketplace,
    site,
    integration,
    urgency,
    ...(software !== undefined && { software }),
    ...(signInName !== undefined && { signInName }),
    ...(mark && { mark }),
    ...(note !== undefined && { note }),
    ...(remaining && { remaining }),
    ...(account && { account }),
    ...(condition && { condition }),
    ...(muted && { muted }),
    ...(connection.archivedAt !== undefined && { archived: true as const }),
  };
}
