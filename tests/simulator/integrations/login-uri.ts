import type { IntegrationName } from '../applications.ts';
import { httpsUrl, type Reply, redirect, type SimRequest, withQuery } from '../core/exchange.ts';
import { html } from '../core/html.ts';
import { plainPage } from '../core/page.ts';
import type { World } from '../core/world.ts';
import { beginFromAppstore } from './attempts.ts';

/**
 * A vendor's Login URI, which Amazon's Appstore flow opens: sends the browser back to Amazon with a `state` of the
 * vendor's own (SP-API docs website-authorization-workflow).
 */
export function answerLoginUri(world: World, integration: IntegrationName, request: SimRequest): Reply {
  const callback = httpsUrl(request.query.get('amazon_callback_uri'));
  const amazonState = request.query.get('amazon_state');
  if (!callback || !amazonState)
    return plainPage('Nothing to log in to', html`<p>Start at Amazon's Manage Your Apps.</p>`, 400);
  const state = beginFromAppstore(world, integration, callback);
  const version = request.query.get('version');
  return redirect(withQuery(callback.href, { amazon_state: amazonState, state, version }));
}
