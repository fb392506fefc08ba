import type { Reply, SimRequest } from './exchange.ts';

type Handler = (request: SimRequest) => Reply | undefined;

/** Handlers by `METHOD /path`; a path that ends in `/*` stands for everything below it. */
export type Routes = Readonly<Record<string, Handler>>;

/** The handler's reply, or undefined where no route fits or the handler does not feel concerned. */
export function answerFrom(routes: Routes, request: SimRequest): Reply | undefined {
  const exact = routes[`${request.method} ${request.path}`];
  if (exact) return exact(request);
  const prefix = Object.keys(routes).find(
    (key) => key.endsWith('/*') && `${request.method} ${request.path}`.startsWith(key.slice(0, -1)),
  );
  return prefix ? routes[prefix]?.(request) : undefined;
}
