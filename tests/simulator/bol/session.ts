import type { BolAccount } from '../accounts.ts';
import { type CookieDefinition, setCookie } from '../core/cookie.ts';
import type { SimRequest } from '../core/exchange.ts';
import type { World } from '../core/world.ts';

/** Names as seen in public code (2026-11); that `XSC` is the key to the sign-in is our guess. */
const session: CookieDefinition = { name: 'XSC', domain: '.bol.com', httpOnly: true };
const remembered: CookieDefinition = { name: 'DYN_USER_ID', domain: '.bol.com', maxAge: 31_536_000 };
/** Anybody gets it. */
const visit: CookieDefinition = { name: 'JSESSIONID', httpOnly: true };

/** Who is signed in, as far as the request's cookies say. */
export function loginOf(world: World, request: SimRequest): BolAccount | undefined {
  return world.bol.logins.get(request.cookies.get(session.name) ?? '');
}

/** What every visit sets that comes without it. */
export function visitCookies(world: World, request: SimRequest): string[] {
  return request.cookies.has(visit.name) ? [] : [setCookie(visit, world.secrets.issue('cky-'))];
}

/** Signs `account` in. @returns the `Set-Cookie` lines */
export function signIn(world: World, account: BolAccount): string[] {
  const key = world.secrets.issue('cky-');
  world.bol.logins.set(key, account);
  return [
    setCookie(session, key),
    setCookie(remembered, world.secrets.issue('cky-')),
    setCookie(visit, world.secrets.issue('cky-')),
  ];
}
