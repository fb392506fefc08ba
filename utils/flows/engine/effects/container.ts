import type { Connection } from '../../../domain/account/connection.ts';
import { containerColour, containerName } from '../../../domain/account/container-look.ts';
import { judged } from '../../../domain/account/grant.ts';
import { opensBy } from '../../../domain/integrations/index.ts';
import { isAlive, type Run } from '../../../domain/run/run.ts';
import type { RunEvent } from '../../../domain/run/run-events.ts';
import { loginsDigest } from '../../../domain/session/container.ts';
import { connectionOf } from '../../ports/connection-of.ts';
import type { Ports } from '../../ports/ports.ts';
import { planFor } from './clean.ts';

type Needed = Pick<Ports, 'containers' | 'connections' | 'grants' | 'jars' | 'memory' | 'clock'>;

/** A digest of the sign-in that a run's jar holds now; undefined where nobody is signed in. */
async function loginsIn({ jars }: Pick<Ports, 'jars'>, run: Run, jar: string): Promise<string | undefined> {
  const cookies = await jars.read(planFor(run.marketplace, run.site), jar);
  return loginsDigest(run.marketplace, cookies, run.connectionId ?? '');
}

/**
 * Whether a connection's container holds the account's own sign-in and nothing else: exactly what a clean run left
 * there, whose every grant was for the right account.
 */
async function isPure(ports: Needed, run: Run, { id, container, account }: Connection): Promise<boolean> {
  if (container?.jar === undefined || !container.last) return false;
  const { runId, logins } = container.last;
  const given = judged(await ports.grants.of(id), account).filter((grant) => grant.runId === runId);
  if (given.length === 0 || given.some(({ verdict }) => verdict !== 'match')) return false;
  return (await loginsIn(ports, run, container.jar)) === logins;
}

/** The connection's container that is there, or one that an interrupted attempt left; undefined where there is none. */
async function find(
  { containers }: Pick<Ports, 'containers'>,
  run: Run,
  connection: Connection,
): Promise<string | undefined> {
  const own = connection.container?.jar;
  if (own !== undefined && (await containers.exists(own))) return own;
  const { before } = run.container ?? {};
  if (!before) return undefined;
  const name = containerName(connection);
  return (await containers.all()).find((each) => each.name === name && !before.includes(each.jar))?.jar;
}

async function make({ containers }: Pick<Ports, 'containers'>, connection: Connection): Promise<string> {
  const name = containerName(connection);
  return containers.create({ name, colour: containerColour(connection, await containers.colours()) });
}

/** The container is the connection's from here on; what it holds is to be earned again. */
async function adopt(
  { connections }: Pick<Ports, 'connections'>,
  { id }: Connection,
  jar: string,
): Promise<void> {
  await connections.change(id, (now) => {
    const linked = now.container?.jar === jar && now.container.linked;
    return { ...now, container: { jar, keep: now.container?.keep ?? false, ...(linked && { linked }) } };
  });
}

/**
 * Takes a run into its connection's container: finds or makes it, and a tab in it on the guard. Can be repeated.
 *
 * @returns `making`, with nothing made yet, where it has to be: what is there already must be kept first.
 */
export async function enterContainer(ports: Needed, run: Run): Promise<RunEvent> {
  const { containers, clock } = ports;
  const at = clock.now();
  const connection = await connectionOf(ports, run);
  if (!connection || run.tabId === undefined) return { type: 'no-container', at };
  let made: string | undefined;
  try {
    const again = run.container?.state === 'in-use';
    if (again && !(await containers.exists(run.jar))) return { type: 'container-gone', at };
    const found = again ? run.jar : await find(ports, run, connection);
    if (found === undefined && run.container?.before === undefined)
      return { type: 'making', before: (await containers.all()).map(({ jar }) => jar) };
    const known = found !== undefined && found === connection.container?.jar;
    const pure = again ? run.container?.pure === true : known && (await isPure(ports, run, connection));
    if (found === undefined) made = await make(ports, connection);
    const jar = found ?? made ?? '';
    if (!again) await adopt(ports, connection, jar);
    const isInside = (await containers.tabs(jar)).includes(run.tabId);
    const closes = opensBy(connection.integration, connection.marketplace) === 'desktop';
    return isInside
      ? { type: 'entered', jar, tabId: run.tabId, closes: false, pure, at }
      : { type: 'entered', jar, tabId: await containers.openTab(jar), from: run.tabId, closes, pure, at };
  } catch {
    // What was made a moment ago is nobody's.
    if (made !== undefined) await removeContainer(ports, made).catch(() => undefined);
    return { type: 'no-container', at };
  }
}

/** Notes whose sign-in a run left in its container. Without it the next run cleans. */
export async function noteLogins(ports: Needed, run: Run): Promise<void> {
  const { connections } = ports;
  const began = run.container?.pure === true || run.receipt?.clean === true;
  if (run.mode !== 'container' || !began) return;
  const logins = await loginsIn(ports, run, run.jar);
  if (logins === undefined || run.connectionId === undefined) return;
  const last = { runId: run.id, logins };
  await connections.change(run.connectionId, (connection) => {
    const { container } = connection;
    return container?.jar === run.jar ? { ...connection, container: { ...container, last } } : connection;
  });
}

/** Removes a container of ours, its tabs first. One that is gone already is no error. */
export async function removeContainer({ containers }: Pick<Ports, 'containers'>, jar: string): Promise<void> {
  if (!(await containers.exists(jar))) return;
  await containers.closeTabs(jar);
  await containers.remove(jar);
}

/** Forgets a connection's container; what the person wants of the next one is remembered. */
export async function forgetContainer(
  { connections }: Pick<Ports, 'connections'>,
  { id }: Pick<Connection, 'id'>,
): Promise<void> {
  await connections.change(id, (connection) => {
    if (!connection.container) return connection;
    const { keep, linked } = connection.container;
    return { ...connection, container: { keep: keep && !linked } };
  });
}

/** Whether a later run, or one that still lives, uses the same container. */
async function isUsedByAnother({ memory }: Pick<Ports, 'memory'>, run: Run): Promise<boolean> {
  const others = (await memory.all()).map((kept) => kept.run).filter(({ id }) => id !== run.id);
  return others.some(
    (other) =>
      other.jar === run.jar &&
      other.container?.state === 'in-use' &&
      (isAlive(other) || other.startedAt > run.startedAt),
  );
}

/** What becomes of the container of an ended run: removed, unless the person keeps it. Can be repeated. */
export async function leaveContainer(ports: Needed, run: Run): Promise<RunEvent> {
  const { containers, clock } = ports;
  const connection = await connectionOf(ports, run);
  const own = connection?.container;
  // Of another jar the person decided something else since.
  const stays = own?.jar !== run.jar || own.keep || own.linked === true;
  if (!(await containers.exists(run.jar))) {
    if (connection && own?.jar === run.jar) await forgetContainer(ports, connection);
    return { type: 'container-gone', at: clock.now() };
  }
  if (!connection || stays || (await isUsedByAnother(ports, run))) return { type: 'left', state: 'kept' };
  await removeContainer(ports, run.jar);
  await forgetContainer(ports, connection);
  return { type: 'left', state: 'removed' };
}
