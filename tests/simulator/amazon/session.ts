import type { AmazonAccount, AmazonMerchant } from '../accounts.ts';
import { dropCookie, setCookie } from '../core/cookie.ts';
import type { SimRequest } from '../core/exchange.ts';
import type { World } from '../core/world.ts';
import { cookieFamily, hostOnlyCookies } from './cookies.ts';
import type { AmazonSite, Country } from './sites.ts';
import type { Login, Selection } from './state.ts';

const cookieValue = (world: World): string => world.secrets.issue('cky-');

/** The sign-in that a request carries: only where all three of its cookies are there and belong together. */
export function loginOf(world: World, site: AmazonSite, request: SimRequest): Login | undefined {
  const { markers } = cookieFamily(site);
  const login = world.amazon.logins.get(request.cookies.get(markers[0]) ?? '');
  return login && markers.every((name) => login.cookies.get(name) === request.cookies.get(name))
    ? login
    : undefined;
}

/** Sets the cookies that anybody gets who comes without a known session. */
export function anonymousCookies(world: World, site: AmazonSite, request: SimRequest): string[] {
  const family = cookieFamily(site);
  if (world.amazon.visitors.has(request.cookies.get(family.sessionId) ?? '')) return [];
  return freshVisitor(world, site);
}

function freshVisitor(world: World, site: AmazonSite): string[] {
  const family = cookieFamily(site);
  return family.anonymous.map((definition) => {
    const value = cookieValue(world);
    if (definition.name === family.sessionId) world.amazon.visitors.add(value);
    return setCookie(definition, value);
  });
}

/** Host-only cookies that Seller Central and Vendor Central set for a signed-in browser; the shop sets none. */
export function hostCookies(world: World, site: AmazonSite): string[] {
  if (site.kind === 'shop') return [];
  return hostOnlyCookies.map((definition) => setCookie(definition, cookieValue(world)));
}

/** Signs `account` in on the session domain of `site`. @returns the sign-in and its `Set-Cookie` lines */
export function signIn(
  world: World,
  site: AmazonSite,
  account: AmazonAccount,
): { login: Login; lines: string[] } {
  const family = cookieFamily(site);
  const values = new Map(family.signIn.map((definition) => [definition.name, cookieValue(world)]));
  const login: Login = { account, cookies: values, selected: new Map() };
  world.amazon.logins.set(values.get(family.markers[0]) ?? '', login);
  const lines = family.signIn.map((definition) => setCookie(definition, values.get(definition.name) ?? ''));
  return { login, lines: [...freshVisitor(world, site), ...lines] };
}

/** Ends the sign-in at the server and in the browser; the anonymous cookies stay, as at the real site. */
export function signOut(world: World, site: AmazonSite, request: SimRequest): string[] {
  const family = cookieFamily(site);
  world.amazon.logins.delete(request.cookies.get(family.markers[0]) ?? '');
  return family.signIn.map(dropCookie);
}

/** What an account can choose from in the region of `site`. */
export function choices(site: AmazonSite, account: AmazonAccount): Selection[] {
  return account.merchants.flatMap((merchant) =>
    (merchant.sellers[site.region]?.countries ?? []).map((country) => ({ merchant, country })),
  );
}

/** The active merchant: what was picked, else the account's first; undefined where the region has none. */
export function active(site: AmazonSite, login: Login): Selection | undefined {
  return login.selected.get(site.region) ?? choices(site, login.account)[0];
}

/** Makes a merchant the active one. @returns whether the account has it in this region */
export function select(
  site: AmazonSite,
  login: Login,
  merchantKey: string,
  country?: string | null,
): boolean {
  const choice = choices(site, login.account).find(
    ({ merchant, country: code }) => merchant.key === merchantKey && (!country || code === country),
  );
  if (choice) login.selected.set(site.region, choice);
  return choice !== undefined;
}

/** The id that arrives as `selling_partner_id`: at Vendor Central the vendor group code. */
export function sellingPartnerId(site: AmazonSite, merchant: AmazonMerchant): string {
  return site.kind === 'vendor' ? merchant.vendorGroup : (merchant.sellers[site.region]?.id ?? '');
}

/** Opaque marketplace id of the account switcher, `mons_sel_mkid`. */
export function switcherMarketplaceId(country: Country): string {
  return `amzn1.mp.o.${country}SWITCHER`;
}
