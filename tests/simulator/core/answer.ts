import type { AccountKey } from '../accounts.ts';
import { answerAmazon } from '../amazon/index.ts';
import { loginOf as amazonLogin } from '../amazon/session.ts';
import { amazonSite } from '../amazon/sites.ts';
import { answerBol } from '../bol/index.ts';
import { loginOf as bolLogin } from '../bol/session.ts';
import { bolSite } from '../bol/sites.ts';
import { answerEbay } from '../ebay/index.ts';
import { loginOf as ebayLogin } from '../ebay/session.ts';
import { ebaySite } from '../ebay/sites.ts';
import type { Integrations } from '../integrations/index.ts';
import { answerVendor } from '../integrations/index.ts';
import type { Reply, SimRequest } from './exchange.ts';
import { answerHome, homeHost } from './home.ts';
import { notFound } from './page.ts';
import { workerPath, workerScript } from './service-worker.ts';
import { answerSimPages } from './sim-pages.ts';
import type { World } from './world.ts';

/** Who is signed in at the marketplace whose host this is. */
export function accountOf(world: World, request: SimRequest): AccountKey | undefined {
  const amazon = amazonSite(request.host);
  if (amazon) return amazonLogin(world, amazon, request)?.account.key;
  if (bolSite(request.host)) return bolLogin(world, request)?.key;
  const ebay = ebaySite(request.host);
  return ebay && ebayLogin(world, ebay, request)?.account.key;
}

function bySite(world: World, integrations: Integrations, request: SimRequest): Reply | undefined {
  const amazon = amazonSite(request.host);
  if (amazon) return answerAmazon(world, amazon, request);
  const ebay = ebaySite(request.host);
  if (ebay) return answerEbay(world, ebay, request);
  const bol = bolSite(request.host);
  if (bol) return answerBol(world, bol, request);
  if (request.host === homeHost) return answerHome(world, integrations, request);
  return answerVendor(world, request);
}

/** The reply to any request for any host. */
export function answer(world: World, integrations: Integrations, request: SimRequest): Reply {
  if (request.path === workerPath) return workerScript();
  const reply = request.path.startsWith('/__sim/')
    ? answerSimPages(world, request)
    : bySite(world, integrations, request);
  return reply ?? notFound(request.host, request.path);
}
