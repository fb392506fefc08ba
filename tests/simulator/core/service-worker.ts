import type { ServiceWorkerSwitch } from '../switches.ts';
import { type Reply, script } from './exchange.ts';
import { type Html, html } from './html.ts';
import { clientFile } from './page.ts';

/** Where every site serves its worker; what the worker does stands in its query. */
export const workerPath = '/service-worker.js';

/** Makes `client/register-worker.js` register the site's worker, where the switch asks for one. */
export function workerMark(
  mode: ServiceWorkerSwitch,
  consent: { readonly path: string; readonly shell: string },
): Html | false {
  if (mode === 'none') return false;
  const to = `${workerPath}?${new URLSearchParams({ mode, ...consent })}`;
  return html`<span hidden data-service-worker="${to}"></span>`;
}

/** GET `/service-worker.js` */
export function workerScript(): Reply {
  return script(clientFile('service-worker.js'), {
    'service-worker-allowed': '/',
    'cache-control': 'no-cache',
  });
}
