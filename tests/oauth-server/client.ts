import { createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { createOAuthServer } from './provider.ts';

interface Page {
  url: string;
  location: string | undefined;
  body: string;
}

/** What the browser does last: leave the server's page for another address, perhaps with a form. */
export interface Departure {
  from: string;
  to: string;
  form: URLSearchParams;
}

/** A form's address and fields, as far as this server's pages have them. */
function formIn({ body, url }: Page): { action: string; fields: URLSearchParams } {
  const action = /<form[^>]*action="([^"]+)"/.exec(body)?.[1] ?? '';
  const fields = [...body.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)];
  const plain = (text = ''): string => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return {
    action: new URL(plain(action), url).href,
    fields: new URLSearchParams(fields.map(([, name, value]) => [plain(name), plain(value)])),
  };
}

/** Goes through a server's pages as a browser would, without one. */
export async function walk(
  server: ReturnType<typeof createOAuthServer>,
  start: string,
  { refuse = false } = {},
): Promise<Departure> {
  const listener = createServer(server.answer);
  await new Promise<void>((ready) => listener.listen(0, '127.0.0.1', ready));
  const { port } = listener.address() as AddressInfo;
  const cookies = new Map<string, string>();

  async function open(url: string, form?: URLSearchParams): Promise<Page> {
    const { pathname, search } = new URL(url);
    const headers = {
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
    };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = request(
        { port, method: form ? 'POST' : 'GET', path: pathname + search, headers },
        resolve,
      );
      sent.once('error', reject);
      sent.end(form?.toString());
    });
    for (const line of answer.headers['set-cookie'] ?? []) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    let body = '';
    for await (const part of answer) body += part;
    return { url, location: answer.headers.location, body };
  }

  try {
    let page = await open(start);
    // More pages than any way through has.
    for (let hops = 0; hops < 20; hops += 1) {
      const here = page.url;
      if (page.location !== undefined) {
        const to = new URL(page.location, here).href;
        if (!server.serves(new URL(to).hostname)) return { from: here, to, form: new URLSearchParams() };
        page = await open(to);
        continue;
      }
      const abort = /href="([^"]+\/abort)"/.exec(page.body)?.[1];
      if (refuse && abort) {
        page = await open(new URL(abort, here).href);
        continue;
      }
      const { action, fields } = formIn(page);
      if (!server.serves(new URL(action).hostname)) return { from: here, to: action, form: fields };
      if (fields.get('prompt') === 'login') {
        fields.set('login', 'anna');
        fields.set('password', 'any');
      }
      page = await open(action, fields);
    }
    throw new Error('the server led nowhere');
  } finally {
    listener.closeAllConnections();
    listener.close();
  }
}
