import type { ConsentRequest } from '../../domain/address/address.ts';
import { digest } from '../../domain/address/answer/digest.ts';
import { marketplaceById } from '../../domain/marketplaces/index.ts';
import type { Leg } from '../../domain/run/run.ts';
import type { Stop } from '../ports/runs.ts';
import type { AskView } from '../reading/views.ts';

/** Who asks, as the guard page shows it: nothing of the address but its host. */
export function askView({ host, marketplace, site, ask, at }: Stop): AskView {
  const page = marketplaceById(marketplace).pages.find(
    ({ step, asks }) => step === 'authorise' && asks?.kind === ask.kind,
  );
  return {
    marketplace,
    site,
    host,
    kind: ask.kind,
    ...(ask.app !== undefined && { app: ask.app }),
    stoppedAt: at,
    canForceSignIn: page?.asks?.forceSignIn !== undefined && !ask.forcesSignIn,
  };
}

/** The address with the parameter that makes the marketplace show its sign-in page in any case. */
function forced(request: ConsentRequest): string {
  const force = marketplaceById(request.marketplace).pages.find(({ asks }) => asks?.kind === request.ask.kind)
    ?.asks?.forceSignIn;
  if (!force) return request.url;
  // What else stands there is left as it is: the software's own spelling is what it was registered with.
  const [address = '', ...rest] = request.url.split('#');
  const [path = '', ...queries] = address.split('?');
  const kept = queries
    .join('?')
    .split('&')
    .filter((pair) => pair !== '' && pair.split('=', 1)[0]?.toLowerCase() !== force.name);
  const query = [...kept, `${force.name}=${force.value}`].join('&');
  return [`${path}?${query}`, ...rest].join('#');
}

/** The address as a leg of a run: as it came, unless the person wants the sign-in page forced. */
export function legOf(request: ConsentRequest, forceSignIn: boolean): Leg {
  const { kind, app, state } = request.ask;
  const url = forceSignIn ? forced(request) : request.url;
  return {
    kind,
    ...(app !== undefined && { app }),
    url,
    ...(state !== undefined && { state: digest(state) }),
  };
}
