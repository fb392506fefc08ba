import type { World } from '../core/world.ts';

/** A session id of Auth'n'Auth lives five minutes (eBay KB 1198). */
const sessionIdLife = 5 * 60_000;

/** `GetSessionID`: what the vendor's server asks eBay for before it sends the person there. */
export function newSessionId(world: World, ruName: string): string {
  const id = world.secrets.keep(`${world.secrets.issue('sess')}+/=`);
  world.ebay.sessionIds.set(id, { ruName, until: world.clock.now() + sessionIdLife });
  return id;
}
