import { connect } from 'node:tls';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultSwitches, type Simulator, startSimulator } from './index.ts';
import { Client } from './testing/client.ts';

let sim: Simulator;
let browser: Client;

beforeAll(async () => {
  sim = await startSimulator();
});
beforeEach(() => {
  sim.reset();
  browser = new Client(sim.port);
});
afterAll(() => sim.close());

/** Sends bytes as they are. @returns the first line of the answer */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port: sim.port, rejectUnauthorized: false }, () =>
      socket.write(text),
    );
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString().split('\r\n')[0] ?? '');
    });
    socket.once('error', reject);
  });
}

const europe = 'https://sellercentral-europe.amazon.com';

describe('the server', () => {
  it.each([
    'GET /%zz?%&&=%ff HTTP/1.1\r\nHost: sellercentral.amazon.de\r\n\r\n',
    'GET // HTTP/1.1\r\nHost: auth.ebay.com\r\n\r\n',
    'GET /oauth2/authorize?client_id=%E0%A4%A HTTP/1.1\r\nHost: auth.ebay.com\r\n\r\n',
    'GET http://[ HTTP/1.1\r\nHost: shop.example\r\n\r\n',
    'GET * HTTP/1.1\r\nHost: shop.example\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a b\r\n\r\n',
    'GET / HTTP/1.0\r\n\r\n',
    'GET /__sim/sign-in?as=anna&return=%0d%0aX:1 HTTP/1.1\r\nHost: www.amazon.de\r\n\r\n',
    'nonsense\r\n\r\n',
  ])('answers nonsense and goes on: %j', async (text) => {
    expect(await raw(text)).toMatch(/^HTTP\/1\.1 [2345]/);
    expect((await browser.get(`${europe}/__sim/blank`)).status).toBe(200);
  });

  it.each([
    'https://nowhere.example/',
    'https://sellercentral.amazon.example/home',
    'https://advertising.amazon.com/',
    'https://www.ebay.example/',
    `${europe}/no/such/page`,
    'https://auth.ebay.com/no/such/page',
    'https://shop.example/__sim/nothing',
  ])('has no page %s', async (url) => {
    expect((await browser.get(url)).status).toBe(404);
  });

  it('tells the key of its certificate in the form that Chromium takes', () => {
    expect(sim.spki).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  });

  it('starts with the switches it is given and refuses a port that is taken', async () => {
    const other = await startSimulator({ switches: { amazon: { otp: true } } });
    expect(other.switches.amazon.otp).toBe(true);
    await other.close();
    await expect(startSimulator({ port: sim.port })).rejects.toThrow('EADDRINUSE');
  });
});

describe('the log', () => {
  it('tells each request with who was signed in and which cookies came', async () => {
    await browser.get(`${europe}/__sim/sign-in?as=bert`);
    await browser.get(`${europe}/home?q=1`);
    const entry = sim.log.at(-1);
    expect(entry).toMatchObject({
      method: 'GET',
      host: 'sellercentral-europe.amazon.com',
      path: '/home',
      url: `${europe}/home?q=1`,
      account: 'bert',
    });
    expect(entry?.cookies).toEqual(expect.arrayContaining(['at-main', 'x-main', 'sess-at-main', 'csm-hit']));
    expect(sim.log[0]?.account).toBeUndefined();
  });

  it('tells the kind of request where the browser does', async () => {
    await browser.send(new URL(`${europe}/__sim/blank`), {
      method: 'GET',
      headers: { 'sec-fetch-mode': 'navigate' },
    });
    expect(sim.log.at(-1)?.from).toBe('navigate');
  });
});

describe('cookies', () => {
  it('are set for anybody who comes without a session, once', async () => {
    await browser.get('https://www.amazon.de/');
    const names = browser.jar.cookies.map(({ name }) => name);
    expect(new Set(names)).toEqual(
      new Set(['session-id', 'session-id-time', 'session-token', 'ubid-acbde', 'sst-acbde']),
    );
    const before = browser.jar.cookies.map(({ value }) => value);
    await browser.get('https://www.amazon.de/');
    expect(browser.jar.cookies.map(({ value }) => value)).toEqual(before);
  });

  it('are not set by the blank page', async () => {
    await browser.get(`${europe}/__sim/blank`);
    await browser.get('https://auth.ebay.com/__sim/blank');
    expect(browser.jar.cookies).toEqual([]);
  });

  it('have the names, domains, paths and attributes of a real session', async () => {
    await browser.get('https://sellercentral.amazon.de/__sim/sign-in?as=anna');
    const { cookies } = browser.jar;
    const has = (name: string, ...attributes: string[]) =>
      expect(cookies.find((cookie) => cookie.name === name)?.attributes, name).toEqual(
        expect.arrayContaining(attributes),
      );
    has('at-acbde', 'Domain=.amazon.de', 'Secure', 'HttpOnly');
    has('sess-at-acbde', 'Domain=.amazon.de', 'SameSite=None');
    has('__Host-mons-selections', 'Path=/', 'Partitioned', 'Secure');
    has('__Host-mselc', 'SameSite=Strict');
    expect(cookies.find(({ name }) => name === 'csm-hit')?.attributes).not.toContain('Secure');
    expect(cookies.filter(({ name }) => name === 'session-token').map(({ path }) => path)).toEqual([
      '/',
      '/apps',
    ]);
    expect(cookies.find(({ name }) => name === '__Host-mselc')?.hostOnly).toBe(true);
  });

  it.each([
    [
      'https://vendorcentral.amazon.fr',
      ['at-acbeu', 'sess-at-acbeu', 'session-id-vceu', 'ubid-vceu', 'x-vceu'],
    ],
    ['https://sellercentral.amazon.co.jp', ['at-acbjp', 'sess-at-acbjp', 'ubid-acbjp', 'x-acbjp']],
    ['https://signin.ebay.co.uk', ['cid', 'dp1', 'ds1', 'ds2', 'ebay', 'nonsession', 's']],
  ])('are named after their site: %s', async (origin, names) => {
    await browser.get(`${origin}/__sim/sign-in?as=anna`);
    expect(browser.jar.cookies.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
    expect(JSON.parse((await browser.get(`${origin}/__sim/whoami`)).body)).toMatchObject({ account: 'anna' });
  });

  it('stand in the secrets, as do states and codes', async () => {
    await browser.get(`${europe}/__sim/sign-in?as=anna`);
    const url = sim.integrations.microtech.authoriseUrl({ marketplace: 'amazon' });
    await browser.confirm(await browser.get(url));
    await browser.get('https://signin.ebay.com/__sim/sign-in?as=anna');
    const ebay = sim.integrations.microtech.authoriseUrl({ marketplace: 'ebay', kind: 'ebay-authnauth' });
    await browser.confirm(await browser.get(ebay));
    for (const { value } of browser.jar.cookies) expect(sim.secrets).toContain(value);
    const parameters = browser.visited.flatMap((visited) => [...new URL(visited).searchParams]);
    for (const name of ['state', 'spapi_oauth_code', 'SessID', 'ebaytkn']) {
      const value = parameters.findLast(([key]) => key === name)?.[1];
      expect(sim.secrets, name).toContain(value);
    }
  });
});

describe('every host', () => {
  it('has an open redirector at Amazon', async () => {
    const target = sim.integrations.microtech.authoriseUrl({ marketplace: 'amazon' });
    for (const origin of ['https://www.amazon.de', europe]) {
      const end = await browser.get(`${origin}/gp/redirect?location=${encodeURIComponent(target)}`);
      expect(end.url.pathname).toBe('/ap/signin');
    }
    expect((await browser.get(`${europe}/gp/redirect?location=javascript:1`)).status).toBe(400);
  });

  it('serves the pages that fill and tell site data, and a service worker', async () => {
    const page = await browser.get('https://www.amazon.de/__sim/storage?fill=all');
    expect(page.body).toContain('simStorage');
    const worker = await browser.get('https://auth2.ebay.com/service-worker.js?mode=fetch-through');
    expect(worker.headers['service-worker-allowed']).toBe('/');
  });

  it('keeps a consent page for the worker that asks for its own content', async () => {
    await browser.get(`${europe}/__sim/sign-in?as=anna`);
    const url = new URL(sim.integrations.microtech.authoriseUrl({ marketplace: 'amazon' }));
    expect((await browser.get(`${europe}/apps/authorize/shell`)).body).toContain('data-fragment');
    const { markup } = JSON.parse((await browser.get(`${europe}/apps/authorize/fragment${url.search}`)).body);
    await browser.confirm({ url, status: 200, headers: {}, body: markup });
    expect(sim.grants).toHaveLength(1);
  });
});

describe('the index page', () => {
  it('leads to everything and takes switches', async () => {
    const home = await browser.get('https://simulator.example/');
    expect(home.body).toContain('https://shop.example/admin/magnalister/amazon');
    await browser.submit(home, 'Set switches', {
      'amazon.otp': 'true',
      'ebay.decline': 'flag',
      'amazon.header': 'x',
    });
    expect(sim.switches.amazon.otp).toBe(true);
    expect(sim.switches.ebay.decline).toBe('flag');
    expect(sim.switches.amazon.header).toBe('new');
    const consent = await browser.get('https://simulator.example/start?marketplace=ebay&site=auth.ebay.de');
    expect(consent.url.pathname).toBe('/signin');
  });
});

describe('reset', () => {
  it('makes everything as it was', async () => {
    sim.set({ amazon: { otp: true } });
    sim.clock.advance(1_000_000);
    await browser.get(`${europe}/__sim/sign-in?as=anna`);
    await browser.confirm(
      await browser.get(sim.integrations.microtech.authoriseUrl({ marketplace: 'amazon' })),
    );
    sim.reset();
    expect([sim.log, sim.grants, sim.refused]).toEqual([[], [], []]);
    expect(sim.secrets.size).toBe(0);
    expect(sim.switches).toEqual(defaultSwitches());
    expect(Math.abs(sim.clock.now() - Date.now())).toBeLessThan(1_000);
    expect((await browser.get(`${europe}/home`)).url.pathname).toBe('/ap/signin');
  });
});
