import { type ConsentRequest, readAddress } from '@/utils/domain/address/address.ts';
import { type Answer, answerOf } from '@/utils/domain/address/answer/answer.ts';
import { type App, createApp } from '@/utils/flows/app.ts';
import type { GuardView } from '@/utils/flows/reading/views.ts';
import { createPorts, type Hook } from '../../fakes/ports.ts';
import { World } from '../../fakes/world.ts';

export const TAB = 5;
export const JAR = '0';
export const APP = 'amzn1.sp.solution.4b6f0f4e-52a1-4c7e-9d0a-6f3f1f0a7c11';
export const STATE = 'state-canary-0815';
export const AUTHORISE = `https://sellercentral.amazon.de/apps/authorize/consent?application_id=${APP}&state=${STATE}`;
export const NEW_CONNECTION = { integration: 'microtech', name: 'Nordlicht' } as const;

/** A world in which account B is signed in, and a desktop program has opened an authorise address. */
export function dirtyWorld(): World {
  const world = new World();
  const cookie = {
    domain: 'amazon.de',
    hostOnly: false,
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    storeId: JAR,
  } as const;
  world.cookies = ['session-id', 'x-acbde', 'at-acbde', 'sess-at-acbde'].map((name) => ({
    ...cookie,
    name,
    value: `cookie-canary-${name}`,
  }));
  return world;
}

type Flow = Record<string, unknown>;

/** The same, where each call waits until all that it has begun is done. */
export function calm(app: App): App {
  const waiting =
    (call: (...args: unknown[]) => unknown) =>
    (...args: unknown[]) => {
      const answer = call(...args);
      return answer instanceof Promise ? answer.finally(() => app.idle()) : answer;
    };
  const flow = (own: Flow): Flow =>
    Object.fromEntries(
      Object.entries(own).map(([name, call]) => [
        name,
        typeof call === 'function' ? waiting(call as () => unknown) : call,
      ]),
    );
  const flows = Object.entries(app).map(([name, own]) => [
    name,
    typeof own === 'function' || name === 'ports' ? own : flow(own as Flow),
  ]);
  return Object.fromEntries(flows) as unknown as App;
}

/** A worker over the world, awake. */
export async function worker(world: World, hook?: Hook): Promise<App> {
  const app = createApp(createPorts(world, hook));
  await app.wake();
  await app.idle();
  return calm(app);
}

/** The browser meets an authorise address in a tab, as after a click or from another program. */
export async function stop(world: World, app: App, url = AUTHORISE, tabId = TAB): Promise<void> {
  world.tabs.set(tabId, 'about:blank');
  if (world.visit(tabId, url) === 'guard') await app.guard.stopped(url, tabId);
}

/** What an authorise address asks for, as the guard keeps it. */
export function requestOf(url: string): ConsentRequest {
  const { request } = readAddress(url);
  if (!request) throw new Error('not a request for consent');
  return request;
}

/** What the guard page shows that is in view: it lets go on what it may. */
export async function guardPage(app: App, tabId = TAB, jar = JAR): Promise<GuardView['kind']> {
  const view = await app.guard.view(tabId, jar);
  if (view.kind !== 'ready') return view.kind;
  const went = await app.guard.decide(tabId, jar, { type: 'go-on', runId: view.runId });
  return went.ok ? 'going-on' : (await app.guard.view(tabId, jar)).kind;
}

interface Told {
  /** The address that the browser leaves. */
  from?: string;
  state?: string;
  account?: string;
}

/** The answer that is read when the browser leaves Amazon for the vendor. */
export function amazonAnswer({
  from = AUTHORISE,
  state = STATE,
  account = 'A1NORDLICHT',
}: Told = {}): Answer {
  const to = `https://vendor.example/cb?state=${state}&selling_partner_id=${account}&spapi_oauth_code=code-canary`;
  const found = answerOf(from, to);
  if (!found) throw new Error('not an answer');
  return found;
}

/** The marketplace hands the browser over to the callback. */
export async function answer(
  app: App,
  { tabId = TAB, ...told }: Told & { tabId?: number } = {},
): Promise<void> {
  await app.callbacks.seen({ answer: amazonAnswer(told), tabId, jar: JAR });
}
