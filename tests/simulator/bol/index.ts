import { type Reply, type SimRequest, withCookies } from '../core/exchange.ts';
import { answerFrom, type Routes } from '../core/routes.ts';
import type { World } from '../core/world.ts';
import {
  type BolContext,
  showConsent,
  showPlain,
  showSignIn,
  takeAllowance,
  takeRefusal,
  takeSignIn,
} from './pages.ts';
import { loginOf, visitCookies } from './session.ts';
import type { BolRole, BolSite } from './sites.ts';

const routesOf: Record<BolRole, (context: BolContext) => Routes> = {
  login: (context) => ({
    'GET /authorize': () => showConsent(context),
    'GET /wsp/consent': () => showConsent(context),
    'GET /wsp/login': () => showSignIn(context),
    'POST /wsp/login': () => takeSignIn(context),
    'GET /wsp/allow': () => takeAllowance(context),
    'POST /wsp/allow': () => takeAllowance(context),
    'GET /wsp/refuse': () => takeRefusal(context),
  }),
  partner: (context) => ({
    'GET /sdd/preferences/services/api': () => showPlain(context, 'API instellingen'),
  }),
  shop: (context) => ({ 'GET /': () => showPlain(context, 'bol') }),
};

/** Answers for a host of bol, and sets the cookie that any visit gets. */
export function answerBol(world: World, site: BolSite, request: SimRequest): Reply | undefined {
  const context: BolContext = { world, request, login: loginOf(world, request) };
  const reply = answerFrom(routesOf[site.role](context), request);
  if (!reply || reply.cookies.length > 0) return reply;
  return withCookies(reply, visitCookies(world, request));
}
