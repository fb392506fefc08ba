import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './certificate.ts';
import { parseCookies } from './cookie.ts';
import type { Reply, SimRequest } from './exchange.ts';
import { html } from './html.ts';
import { plainPage } from './page.ts';

/** More than any form here has, in bytes. */
const largestBody = 1_000_000;

async function readBody(message: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of message) {
    size += part.length;
    if (size > largestBody) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Encoded letters are the letters, and a segment's parameters are not part of it: as lenient as any server is. */
function pathOf({ pathname }: URL): string {
  try {
    return decodeURIComponent(pathname.replace(/;[^/]*/g, ''));
  } catch {
    return pathname;
  }
}

const hostOf = ({ headers }: IncomingMessage): string =>
  (headers.host ?? '').toLowerCase().replace(/:\d+$/, '');

/** The request as sites see it, or undefined where its address or body makes no sense. */
async function readRequest(message: IncomingMessage): Promise<SimRequest | undefined> {
  const { headers } = message;
  const host = hostOf(message);
  const target = message.url ?? '';
  const url = target.startsWith('/') ? URL.parse(`https://${host}${target}`) : null;
  const body = await readBody(message);
  if (!url || url.host !== host || body === undefined) return undefined;
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  return {
    method: message.method === 'HEAD' ? 'GET' : (message.method ?? 'GET'),
    host,
    url,
    path: pathOf(url),
    query: url.searchParams,
    form: new URLSearchParams(isForm ? body : ''),
    cookies: parseCookies(headers.cookie),
    headers,
  };
}

function write(response: ServerResponse, reply: Reply, withBody: boolean): void {
  response.writeHead(reply.status, {
    'cache-control': 'no-store',
    ...reply.headers,
    ...(reply.cookies.length > 0 ? { 'set-cookie': reply.cookies } : {}),
  });
  response.end(withBody ? reply.body : undefined);
}

const malformed = (): Reply => plainPage('Bad request', html`<p>This address makes no sense.</p>`, 400);

function failed(error: unknown): Reply {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return plainPage('The simulator failed', html`<pre>${text}</pre>`, 500);
}

/** A server of others that answers for some of the hosts itself. */
export interface GuestServer {
  serves(host: string): boolean;
  answer(message: IncomingMessage, response: ServerResponse): void;
}

/**
 * Answers every host name on 127.0.0.1 alone.
 *
 * @param guest the server that answers for a host instead, as long as there is one
 */
export async function listen(
  certificate: Certificate,
  port: number,
  answer: (request: SimRequest) => Reply,
  guest: () => GuestServer | undefined,
): Promise<{ port: number; close(): Promise<void> }> {
  const server: Server = createServer({ key: certificate.key, cert: certificate.cert });
  server.on('request', async (message, response) => {
    const other = guest();
    if (other?.serves(hostOf(message))) {
      other.answer(message, response);
      return;
    }
    const reply = await readRequest(message)
      .then((request) => (request ? answer(request) : malformed()))
      .catch(failed);
    try {
      write(response, reply, message.method !== 'HEAD');
    } catch (error) {
      // An address that cannot stand in a header, such as one with a line break in it.
      write(response, failed(error), true);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
