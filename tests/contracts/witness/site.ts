import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

/** A worker through which every request of its site goes. */
const WORKER = `
  addEventListener('install', () => skipWaiting());
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', (event) => event.respondWith(fetch(event.request)));
`;

const HOME = `<!doctype html><title>Shop</title>
  <a href="https://vendor.test/callback">Leave</a>
  <button onclick="window.other = open('/guarded', '', 'width=500,height=400')">Open</button>
  <script>
    if (location.search === '?worker')
      navigator.serviceWorker.register('/worker.js').then(async () => {
        await navigator.serviceWorker.ready;
        document.title = 'Shop with a worker';
      });
  </script>`;

/** Pages by path, and addresses to which a path leads on. */
const pages: Record<string, string> = { '/': HOME, '/guarded': '<!doctype html><title>Guarded</title>' };
const leads: Record<string, string> = {
  '/to-guarded': 'https://shop.test/guarded?from=elsewhere',
  '/consent': 'https://vendor.test/callback?code=1',
};

export interface Site {
  port: number;
  /** Host and path of every request that left a browser. */
  requests: string[];
  /** As just started. */
  reset(): void;
  close(): Promise<void>;
}

/** The same small site under every host name. */
export async function startSite(): Promise<Site> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'shop.test' }]);
  const requests: string[] = [];
  const server = createServer({ key, cert }, ({ url = '/', headers }, response) => {
    const { pathname } = new URL(url, 'https://shop.test');
    requests.push(`${headers.host}${pathname}`);
    if (pathname === '/cookie') response.setHeader('Set-Cookie', 'open=v; Path=/');
    const to = leads[pathname];
    if (to) response.writeHead(302, { Location: to }).end();
    else if (pathname === '/worker.js')
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(WORKER);
    else
      response
        .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
        .end(pages[pathname] ?? '<!doctype html><title>Page</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const reset = (): void => {
    requests.length = 0;
  };
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, requests, reset, close };
}
