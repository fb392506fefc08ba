import { type AccountKey, accounts } from '../accounts.ts';
import type { Client, Visit } from './client.ts';
import { attribute } from './markup.ts';

/** Fills in Amazon's sign-in form, on one page or two, and the code by phone where it is asked. */
export async function signInAtAmazon(client: Client, visit: Visit, key: AccountKey): Promise<Visit> {
  const { email, password, otp } = accounts.amazon[key];
  const field = visit.body.includes('id="ap_email_login"') ? 'ap_email_login' : 'ap_email';
  const second = visit.body.includes('id="ap_password"')
    ? visit
    : await client.submit(visit, `id="${field}"`, { [field]: email });
  const next = await client.submit(second, 'id="ap_password"', { ap_email: email, ap_password: password });
  return next.body.includes('auth-mfa-otpcode')
    ? client.submit(next, 'auth-mfa-otpcode', { 'auth-mfa-otpcode': otp })
    : next;
}

/** Where the page's offer is skipped. */
function skipOf({ body }: Visit): string | undefined {
  const [link] = /<a [^>]*id="passkeys-cancel-btn"[^>]*>/.exec(body) ?? [];
  return link && attribute(link, 'href');
}

/** Fills in eBay's sign-in form: the user name where it is asked, then the password; what is offered then is skipped. */
export async function signInAtEbay(client: Client, visit: Visit, key: AccountKey): Promise<Visit> {
  const { username, password } = accounts.ebay[key];
  const second = visit.body.includes('id="pass"')
    ? visit
    : await client.submit(visit, 'id="userid"', { userid: username });
  let next = await client.submit(second, 'id="pass"', { pass: password });
  for (let skip = skipOf(next); skip; skip = skipOf(next)) next = await client.get(skip);
  return next;
}

/** Fills in bol's sign-in form. */
export function signInAtBol(client: Client, visit: Visit, key: AccountKey): Promise<Visit> {
  const { email, password } = accounts.bol[key];
  return client.submit(visit, 'id="j_password"', { j_username: email, j_password: password });
}
