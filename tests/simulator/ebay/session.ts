import type { EbayAccount } from '../accounts.ts';
import { type CookieDefinition, cookieValues, dropCookie, setCookie } from '../core/cookie.ts';
import type { SimRequest } from '../core/exchange.ts';
import type { World } from '../core/world.ts';
import type { EbaySite } from './sites.ts';
import type { Login } from './state.ts';

/** Two years, in seconds. */
const long = 63_072_000;

type Named = (site: EbaySite) => CookieDefinition;

const onSite =
  (rest: Omit<CookieDefinition, 'domain'>): Named =>
  (site) => ({ ...rest, domain: `.${site.domain}` });

const dp1 = onSite({ name: 'dp1', maxAge: long });
const ebay = onSite({ name: 'ebay' });
const anonymous: readonly Named[] = [
  onSite({ name: 'nonsession', maxAge: long, sameSite: 'Lax' }),
  onSite({ name: 's', httpOnly: true }),
  onSite({ name: '__deba', maxAge: long, sameSite: 'None', partitioned: true }),
];
/** The cookies that mark a sign-in; `cid` is the server's key to it. */
const ds2 = onSite({ name: 'ds2' });
const shs = onSite({ name: 'shs', maxAge: long });
const markers: readonly Named[] = [
  onSite({ name: 'cid', maxAge: long, sameSite: 'None' }),
  onSite({ name: 'ds1', httpOnly: true }),
  ds2,
];

/** The anonymous user in `dp1`: `@@__@@__@@`. */
const nobody = 'QEBfX0BAX19AQA**';

const expiryStamp = (now: number): string => Math.floor(now / 1000 + long).toString(16);

/** `dp1` in the form seen in public code: the user's name in base64, `*` for `=`. */
function dp1Value(world: World, account?: EbayAccount): string {
  const user = account ? Buffer.from(account.username).toString('base64').replaceAll('=', '*') : nobody;
  const value = `bu1p/${user}${expiryStamp(world.clock.now())}^pbf/${world.secrets.issue('cky-')}^`;
  if (account) world.ebay.known.set(value, account);
  return world.secrets.keep(value);
}

function ds2Value(world: World): string {
  return world.secrets.keep(`ssts/${world.clock.now()}^${world.secrets.issue('cky-')}`);
}

/** `ebay` as seen in public dumps: it says `sin=in` where somebody is signed in. */
function ebayValue(world: World, signedIn: boolean): string {
  const parts = [`sbf=#${world.secrets.issue('cky-')}`, ...(signedIn ? ['sin=in'] : [])];
  return world.secrets.keep(encodeURIComponent(`^${parts.join('^')}^`));
}

/**
 * The sign-in that a request carries: only where `cid`, `ds1` and `ds2` are there and belong together.
 * The sandbox's hosts get the cookies of `.ebay.com` as well, so every value of a name is looked at.
 */
export function loginOf(world: World, site: EbaySite, request: SimRequest): Login | undefined {
  const values = (name: string): string[] => cookieValues(request.headers.cookie, name);
  return values('cid')
    .map((cid) => world.ebay.logins.get(cid))
    .find(
      (login) =>
        login?.domain === site.domain &&
        [...login.cookies].every(([name, value]) => values(name).includes(value)),
    );
}

/** Who used this browser last, as `dp1` says; it may be signed out. */
export function knownUser(world: World, request: SimRequest): EbayAccount | undefined {
  return world.ebay.known.get(request.cookies.get('dp1') ?? '');
}

/** Sets the cookies that anybody gets who comes without them. */
export function anonymousCookies(world: World, site: EbaySite, request: SimRequest): string[] {
  if (request.cookies.has('dp1')) return [];
  return [
    setCookie(dp1(site), dp1Value(world)),
    setCookie(ebay(site), ebayValue(world, false)),
    ...(world.switches.ebay.anonymousDs2 ? [setCookie(ds2(site), ds2Value(world))] : []),
    ...anonymous.map((named) => setCookie(named(site), world.secrets.issue('cky-'))),
  ];
}

/** Signs `account` in on the cookies' domain of `site`. @returns the sign-in and its `Set-Cookie` lines */
export function signIn(
  world: World,
  site: EbaySite,
  account: EbayAccount,
): { login: Login; lines: string[] } {
  const told = world.switches.ebay.markers;
  const values = markers.map((named): [CookieDefinition, string] => {
    const definition = named(site);
    if (definition.name !== 'ds2') return [definition, world.secrets.issue('cky-')];
    return [definition, told === 'ebay-and-shs' ? '' : ds2Value(world)];
  });
  const cookies = new Map(values.map(([{ name }, value]) => [name, value]));
  const login: Login = { account, domain: site.domain, cookies, freshFor: new Set() };
  world.ebay.logins.set(cookies.get('cid') ?? '', login);
  const lines = [
    setCookie(dp1(site), dp1Value(world, account)),
    setCookie(ebay(site), ebayValue(world, told !== 'ds2')),
    ...(told === 'ds2' ? [] : [setCookie(shs(site), world.secrets.issue('BAQAA'))]),
    ...anonymous.map((named) => setCookie(named(site), world.secrets.issue('cky-'))),
    ...values.map(([definition, value]) => setCookie(definition, value)),
  ];
  return { login, lines };
}

/** Ends the sign-in; `dp1` keeps the user's name, as seen at the real site. */
export function signOut(world: World, site: EbaySite, request: SimRequest): string[] {
  const cid = loginOf(world, site, request)?.cookies.get('cid');
  world.ebay.logins.delete(cid ?? '');
  return [
    ...[...markers, shs].map((named) => dropCookie(named(site))),
    setCookie(ebay(site), ebayValue(world, false)),
  ];
}
