import { setCookie } from '../core/cookie.ts';
import { httpsUrl, type Reply, redirect, type SimRequest, withCookies } from '../core/exchange.ts';
import { hidden, html } from '../core/html.ts';
import type { World } from '../core/world.ts';
import { type VendorLook, vendorPage } from './vendor-page.ts';

/** `SameSite=None`, so that a callback that is posted across sites brings it along. */
const cookie = { name: 'vendor_session', httpOnly: true, sameSite: 'None' } as const;

/** Whether the person is logged in at the vendor whose host this is. */
export function hasVendorSession(world: World, request: SimRequest): boolean {
  return world.vendorSessions.has(request.cookies.get(cookie.name) ?? '');
}

/** Logs the person in. @returns the `Set-Cookie` lines */
export function vendorSignIn(world: World): string[] {
  const value = world.secrets.issue('cky-');
  world.vendorSessions.add(value);
  return [setCookie(cookie, value)];
}

/** GET login page of a vendor or shop; any name will do. */
export function showVendorLogin(look: VendorLook, request: SimRequest): Reply {
  const back = request.query.get('back') ?? '/';
  return vendorPage(look, {
    title: 'Log in',
    main: html`<form method="post" action="${request.path}">${hidden([['back', back]])}<label for="user">User</label><input id="user" name="user" autocomplete="username"><button class="primary" type="submit">Log in</button></form>`,
  });
}

/** POST login page. */
export function takeVendorLogin(world: World, request: SimRequest): Reply {
  const back = request.form.get('back') ?? '/';
  const target = URL.parse(back, request.url.href);
  const own = target?.host === request.host ? httpsUrl(target.href) : undefined;
  return withCookies(redirect(own ?? '/', 303), vendorSignIn(world));
}
