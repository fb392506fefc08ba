import { Agent, request } from 'node:https';
import { Jar } from './jar.ts';
import { type Form, firstAttribute, formsOf, linkTo, onward } from './markup.ts';

export interface Visit {
  readonly url: URL;
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

const agent = new Agent({ keepAlive: true, rejectUnauthorized: false });

interface Outgoing {
  readonly method: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

/** A person with a browser that has a cookie jar and no scripts: it does what the pages' scripts would do. */
export class Client {
  readonly jar = new Jar();
  /** Every address that was asked for, in order. */
  readonly visited: string[] = [];
  readonly #port: number;

  constructor(port: number) {
    this.#port = port;
  }

  /** One request, redirects not followed. */
  send(url: URL, outgoing: Outgoing): Promise<Visit> {
    this.visited.push(url.href);
    const isForm = outgoing.body !== undefined;
    const headers = {
      host: url.host,
      cookie: this.jar.headerFor(url),
      ...(isForm ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      ...outgoing.headers,
    };
    return new Promise((resolve, reject) => {
      const options = {
        host: '127.0.0.1',
        port: this.#port,
        method: outgoing.method,
        path: url.pathname + url.search,
        headers,
        agent,
      };
      const outgoingRequest = request(options, (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          body += part;
        });
        response.on('end', () => {
          this.jar.take(response.headers['set-cookie'] ?? [], url.host);
          resolve({ url, status: response.statusCode ?? 0, headers: response.headers, body });
        });
      });
      outgoingRequest.on('error', reject);
      outgoingRequest.end(outgoing.body);
    });
  }

  async #follow(visit: Visit, outgoing: Outgoing): Promise<Visit> {
    const { location } = visit.headers;
    if (typeof location === 'string' && visit.status >= 300 && visit.status < 400) {
      const next = visit.status === 307 ? outgoing : { method: 'GET' };
      const to = new URL(location, visit.url);
      return this.#follow(await this.send(to, next), next);
    }
    const to = onward(visit.body);
    if (to) return this.get(new URL(to, visit.url).href);
    return visit.body.includes('data-auto') ? this.confirm(visit) : visit;
  }

  /** Opens an address and goes wherever it leads. */
  async get(url: string): Promise<Visit> {
    const outgoing = { method: 'GET' };
    return this.#follow(await this.send(new URL(url), outgoing), outgoing);
  }

  /** Sends a page's form, the first one that has `has` in it, with `fields` filled in. */
  async submit(visit: Visit, has: string, fields: Record<string, string> = {}): Promise<Visit> {
    const form = formsOf(visit.body).find(({ markup }) => markup.includes(has));
    if (!form) throw new Error(`No form with ${has} on ${visit.url.href}\n${visit.body.slice(-2000)}`);
    return this.#sendForm(visit, form, fields);
  }

  async #sendForm(visit: Visit, form: Form, fields: Record<string, string>): Promise<Visit> {
    const body = new URLSearchParams({ ...form.fields, ...fields }).toString();
    const action = new URL(form.action, visit.url);
    if (form.method === 'get') {
      action.search = body;
      return this.get(action.href);
    }
    const outgoing = { method: 'POST', body };
    const answer = await this.send(action, outgoing);
    if (form.handoff !== 'fetch') return this.#follow(answer, outgoing);
    const { location } = JSON.parse(answer.body) as { location: string };
    return this.get(new URL(location, visit.url).href);
  }

  /** Follows the link with that text. */
  click(visit: Visit, text: string): Promise<Visit> {
    const to = linkTo(visit.body, text);
    if (!to) throw new Error(`No link "${text}" on ${visit.url.href}`);
    return this.get(new URL(to, visit.url).href);
  }

  /** Presses the page's confirm control, link or button. */
  confirm(visit: Visit): Promise<Visit> {
    const link = firstAttribute(visit.body, 'data-to');
    return link ? this.get(new URL(link, visit.url).href) : this.submit(visit, 'data-confirm');
  }
}
