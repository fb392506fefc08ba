import { type Reply, type SimRequest, withCookies } from '../core/exchange.ts';
import { answerFrom, type Routes } from '../core/routes.ts';
import type { World } from '../core/world.ts';
import { showInterstitial, showRenew, takeInterstitial } from './appstore.ts';
import { consentFragment, consentShell, showConsent, takeConsent } from './consent.ts';
import type { AmazonContext } from './layout.ts';
import { showApps } from './manage.ts';
import { showPicker, switcherJson, takePick } from './picker.ts';
import { leave, openRedirector, showHome, showShop } from './plain-pages.ts';
import { anonymousCookies, hostCookies, loginOf } from './session.ts';
import { showSignIn, takeSignIn } from './sign-in.ts';
import type { AmazonSite } from './sites.ts';

/** Paths of every Amazon host. */
function commonRoutes(context: AmazonContext): Routes {
  return {
    'GET /ap/signin': () => showSignIn(context),
    'POST /ap/signin': () => takeSignIn(context),
    'GET /gp/sign-in/logout.html': () => leave(context),
    'POST /ax/claim': () => takeSignIn(context),
    'GET /gp/sign-in/logout.html/*': () => leave(context),
    'GET /gp/redirect': () => openRedirector(context),
    'GET /apps/authorize/confirm/*': () => showInterstitial(context),
    'POST /apps/authorize/confirmed': () => takeInterstitial(context),
    'GET /apps/authorize/confirmed': () => takeInterstitial(context),
  };
}

function shopRoutes(context: AmazonContext): Routes {
  return {
    'GET /': () => showShop(context),
    'GET /gp/heartbeat': () => ({ status: 204, headers: {}, cookies: [], body: '' }),
  };
}

function centralRoutes(context: AmazonContext): Routes {
  return {
    'GET /': () => showHome(context),
    'GET /home': () => showHome(context),
    'GET /apps/authorize/consent': () => showConsent(context),
    'POST /apps/authorize/consent': () => showConsent(context),
    'POST /apps/authorize/submit': () => takeConsent(context),
    'GET /apps/authorize/submit': () => takeConsent(context),
    'GET /apps/authorize/shell': () => consentShell(context),
    'GET /apps/authorize/fragment': () => consentFragment(context),
    'GET /apps/manage': () => showApps(context),
    'GET /apps/manage/renew': () => showRenew(context),
    'GET /account-switcher/default/merchantMarketplace': () => showPicker(context),
    'POST /account-switcher/default/merchantMarketplace': () => takePick(context),
    'GET /authorization/select-account': () => showPicker(context),
    'POST /authorization/select-account': () => takePick(context),
    'GET /account-switcher/global-and-regional-account/merchantMarketplace': () => switcherJson(context),
  };
}

/** Answers for an Amazon host, and sets the cookies that any visit gets. */
export function answerAmazon(world: World, site: AmazonSite, request: SimRequest): Reply | undefined {
  const context: AmazonContext = { world, site, request, login: loginOf(world, site, request) };
  const own = site.kind === 'shop' ? shopRoutes(context) : centralRoutes(context);
  const reply = answerFrom({ ...commonRoutes(context), ...own }, request);
  if (!reply) return undefined;
  // A sign-in or sign-out has set its own cookies; a second line of the same name would undo them.
  if (reply.cookies.length > 0) return reply;
  const anonymous = context.login ? [] : anonymousCookies(world, site, request);
  const needsHost = context.login && !request.cookies.has('csm-hit');
  return withCookies(reply, [...anonymous, ...(needsHost ? hostCookies(world, site) : [])]);
}
