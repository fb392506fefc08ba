import { type Reply, type SimRequest, withCookies } from '../core/exchange.ts';
import { answerFrom, type Routes } from '../core/routes.ts';
import type { World } from '../core/world.ts';
import { showAuthNAuth, takeTokenAgreement, takeTokenDecline } from './authnauth.ts';
import { showAuthorise, showOAuthError } from './authorise.ts';
import { checkRoutes } from './checks.ts';
import { consentsFragment, consentsShell, showConsents, takeAgreement, takeDecline } from './consents.ts';
import type { EbayContext } from './layout.ts';
import { showFront, showMyEbay, showPermissions, takeRevocation } from './plain-pages.ts';
import { showDefaultPage } from './results.ts';
import { anonymousCookies, loginOf } from './session.ts';
import { leave, showSignIn, takeSignIn } from './sign-in.ts';
import type { EbayRole, EbaySite } from './sites.ts';

function oauthRoutes(context: EbayContext): Routes {
  return {
    'GET /oauth2/authorize': () => showAuthorise(context),
    'POST /oauth2/authorize': () => showAuthorise(context),
    'GET /oauth2/consents': () => showConsents(context),
    'GET /oauth2/shell': () => consentsShell(context),
    'GET /oauth2/fragment': () => consentsFragment(context),
    'POST /oauth2/agree': () => takeAgreement(context),
    'GET /oauth2/agree': () => takeAgreement(context),
    'GET /oauth2/decline': () => takeDecline(context),
    'GET /oauth2/errorOauth': () => showOAuthError(context),
    'GET /oauth2/ThirdPartyAuthSucessFailure': () => showDefaultPage(context),
    'POST /oauth2/ThirdPartyAuthSucessFailure': () => showDefaultPage(context),
  };
}

/** The old address serves several pages; the query's first word says which. */
function isapi(context: EbayContext): Reply | undefined {
  const { query, form } = context.request;
  if (query.has('SignIn') || query.has('SingleSignOn')) return showAuthNAuth(context);
  if (query.has('ThirdPartyAuthSucessFailure') || form.has('ThirdPartyAuthSucessFailure'))
    return showDefaultPage(context);
  return undefined;
}

function signInRoutes(context: EbayContext): Routes {
  return {
    // The address of eBay's first years with OAuth.
    'GET /authorize': () => showAuthorise(context),
    'GET /signin': () => showSignIn(context),
    'POST /signin': () => takeSignIn(context),
    'GET /logout/confirm': () => leave(context),
    'GET /ws/eBayISAPI.dll': () => isapi(context),
    'POST /ws/eBayISAPI.dll': () => isapi(context),
    'POST /ws/agree': () => takeTokenAgreement(context),
    'GET /ws/agree': () => takeTokenAgreement(context),
    'GET /ws/decline': () => takeTokenDecline(context),
  };
}

const routesOf: Record<EbayRole, (context: EbayContext) => Routes> = {
  auth: oauthRoutes,
  auth2: oauthRoutes,
  signin: signInRoutes,
  www: (context) => ({ 'GET /': () => showFront(context), ...checkRoutes(context) }),
  accounts: checkRoutes,
  my: (context) => ({ 'GET /': () => showMyEbay(context) }),
  accountsettings: (context) => ({
    'GET /uas': () => showPermissions(context),
    'POST /uas/revoke': () => takeRevocation(context),
  }),
  reg: checkRoutes,
  pages: () => ({}),
};

/** Answers for an eBay host, and sets the cookies that any visit gets. */
export function answerEbay(world: World, site: EbaySite, request: SimRequest): Reply | undefined {
  const context: EbayContext = { world, site, request, login: loginOf(world, site, request) };
  const reply = answerFrom(routesOf[site.role](context), request);
  // A sign-in or sign-out has set its own cookies; a second line of the same name would undo them.
  if (!reply || reply.cookies.length > 0) return reply;
  return withCookies(reply, anonymousCookies(world, site, request));
}
