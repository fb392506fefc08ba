import { ebayApplication } from '../applications.ts';
import { type Reply, redirect } from '../core/exchange.ts';
import { html } from '../core/html.ts';
import { revokeGrants } from './app-grants.ts';
import { type EbayContext, ebayPage } from './layout.ts';
import { toSignIn } from './sign-in.ts';
import { ebayHost } from './sites.ts';

/** `www.ebay.<tld>`: says who is signed in. */
export function showFront(context: EbayContext): Reply {
  const { site, login } = context;
  const signIn = `https://${ebayHost(site, 'signin')}/signin?${new URLSearchParams({ ru: `https://${site.host}/` })}`;
  return ebayPage(context, {
    title: `${site.base}`,
    main: html`<main class="card wide"><h1>${site.base}</h1>${
      login
        ? html`<p>Signed in as <b>${login.account.username}</b>.</p><p><a href="https://${ebayHost(site, 'accountsettings')}/uas">Account settings</a></p>`
        : html`<p>Nobody is signed in. <a href="${signIn}">Sign in</a></p>`
    }</main>`,
  });
}

/** `my.ebay.<tld>` */
export function showMyEbay(context: EbayContext): Reply {
  const { site, login, request } = context;
  if (!login) return toSignIn(context, request.url.href, '');
  return ebayPage(context, {
    title: 'My eBay',
    main: html`<main class="card wide"><h1>My eBay</h1><p>${login.account.username}</p>
<p><a href="https://${ebayHost(site, 'accountsettings')}/uas">Account: Site preferences: Third-party authorizations</a></p></main>`,
  });
}

/** GET `/uas`: "Third-party app permissions", where a grant is taken back. */
export function showPermissions(context: EbayContext): Reply {
  const { world, login, request } = context;
  if (!login) return toSignIn(context, request.url.href, '');
  const ids = [...world.ebay.appGrants.values()]
    .filter((grant) => grant.account === login.account)
    .map((grant) => grant.applicationId);
  const rows = [...new Set(ids)].map((id) => {
    const title = ebayApplication(id)?.oauth.title ?? id;
    return html`<li><form method="post" action="/uas/revoke"><input type="hidden" name="client_id" value="${id}"><span>${title}</span> <button class="outline" type="submit" aria-label="Revoke access of ${title}">Revoke access</button></form></li>`;
  });
  return ebayPage(context, {
    title: 'Third-party app permissions | eBay',
    main: html`<main class="card wide"><h1>Third-party app permissions</h1>${
      rows.length > 0
        ? html`<ul class="permissions">${rows}</ul>`
        : html`<p>No application has access to your account.</p>`
    }</main>`,
  });
}

/** POST `/uas/revoke` */
export function takeRevocation(context: EbayContext): Reply {
  const { world, login, request } = context;
  if (login) revokeGrants(world, login.account, request.form.get('client_id') ?? '');
  return redirect('/uas', 303);
}
