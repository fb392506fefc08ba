import { amazonApplication } from '../applications.ts';
import type { Reply } from '../core/exchange.ts';
import { type Html, html } from '../core/html.ts';
import { type AmazonContext, amazonPage } from './layout.ts';
import { active, sellingPartnerId } from './session.ts';
import { toSignIn } from './sign-in.ts';
import type { Authorisation } from './state.ts';

/** An authorisation lasts 365 days (SP-API docs renew-authorizations). */
const authorisationLife = 365 * 24 * 3_600_000;

function ownAuthorisations({ world, site, login }: AmazonContext): Authorisation[] {
  const selection = login && active(site, login);
  const id = selection && sellingPartnerId(site, selection.merchant);
  return [...world.amazon.authorisations.values()].filter((entry) => entry.sellingPartnerId === id);
}

function row(context: AmazonContext, entry: Authorisation): Html {
  const name = amazonApplication(entry.applicationId)?.name ?? entry.applicationId;
  const until = entry.at + authorisationLife;
  const renew = until < context.world.clock.now() ? 'Enable authorization' : 'Re-Authorize';
  return html`<tr><th scope="row">${name}</th><td><time>${new Date(until).toISOString().slice(0, 10)}</time></td>
<td><form action="/apps/manage/renew"><input type="hidden" name="application_id" value="${entry.applicationId}"><button class="outline" type="submit" aria-label="${renew} ${name}">${renew}</button></form></td></tr>`;
}

/** GET `/apps/manage` */
export function showApps(context: AmazonContext): Reply {
  if (!context.login) return toSignIn(context, context.request.url.href);
  const rows = ownAuthorisations(context).map((entry) => row(context, entry));
  return amazonPage(context, {
    title: 'Manage Your Apps',
    main: html`<main class="narrow"><h1>Manage Your Apps</h1>${
      rows.length === 0
        ? html`<p>You have not authorised any applications yet.</p>`
        : html`<table class="apps"><thead><tr><th scope="col">Application</th><th scope="col">Expires</th><th scope="col">Action</th></tr></thead><tbody>${rows}</tbody></table>`
    }</main>`,
  });
}
