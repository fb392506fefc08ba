import { connectionsFor, isStrangeApp } from '../../domain/account/connection.ts';
import type { Run } from '../../domain/run/run.ts';
import { previewClean } from '../engine/effects/clean.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stop } from '../ports/runs.ts';
import { connectionViews } from '../reading/overview.ts';
import type { GuardView } from '../reading/views.ts';
import { askView } from './request.ts';

type Needed = Pick<
  Ports,
  | 'jars'
  | 'settings'
  | 'tabs'
  | 'containers'
  | 'connections'
  | 'grants'
  | 'clock'
  | 'health'
  | 'privateWindows'
>;

/**
 * The guard's question: for which connection, and in which session.
 *
 * @param rival A living run that waits for an address.
 */
export async function chooseView(
  ports: Needed,
  asked: Stop,
  jar: string,
  rival: Run | undefined,
): Promise<Extract<GuardView, { kind: 'choose' }>> {
  const [privateAllowed, preview, views] = await Promise.all([
    ports.privateWindows.allowed(),
    previewClean(ports, asked.marketplace, asked.site, jar),
    connectionViews(ports),
  ]);
  const known = connectionsFor(
    views.map(({ connection }) => connection),
    { ...asked, kind: asked.ask.kind, app: asked.ask.app },
  );
  const byId = new Map(views.map((each) => [each.connection.id, each]));
  const candidates = known.flatMap(({ connection, knowsApp }) => {
    const found = byId.get(connection.id);
    const strange = isStrangeApp(connection, asked.ask.kind, asked.ask.app);
    return found ? [{ view: found, knowsApp, strange }] : [];
  });
  const unread = views.length === 0 ? await ports.health.databaseFailure() : undefined;
  return {
    kind: 'choose',
    ask: askView(asked),
    preview,
    candidates,
    privateAllowed,
    ...(unread && { unread }),
    ...(candidates.some(({ view: each }) => each.connection.id === rival?.connectionId) && {
      awaitedBy: rival?.connectionId,
    }),
  };
}

/**
 * The question beside a run that holds the jar: a container is a jar of its own. Undefined where the browser has none, or
 * the run itself lives in one.
 */
export async function besideView(
  ports: Needed,
  asked: Stop,
  jar: string,
  { connectionId, container }: Run,
): Promise<Extract<GuardView, { kind: 'choose' }> | undefined> {
  if (container || !(await ports.containers.available(jar))) return undefined;
  const view = await chooseView(ports, asked, jar, undefined);
  const candidates = view.candidates.filter(({ view: each }) => each.connection.id !== connectionId);
  return { ...view, candidates, preview: { ...view.preview, modes: ['container'] }, beside: true };
}
