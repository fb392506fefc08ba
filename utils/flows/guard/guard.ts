import { type Connection, isVerifiedApp, reaches } from '../../domain/account/connection.ts';
import type { NewConnection } from '../../domain/account/connection-form.ts';
import { classifyUrl, isGuarded } from '../../domain/address/consent-url.ts';
import { digest } from '../../domain/address/digest.ts';
import { kindsNeeded } from '../../domain/integrations/index.ts';
import { isAlive, kindsMissing, type Leg, type Run, withoutSecrets } from '../../domain/run/run.ts';
import type { RunMode } from '../../domain/session/modes.ts';
import { isPrivate } from '../../domain/session/private.ts';
import { putAwayWrong } from '../connections/accounts.ts';
import { rememberMode } from '../connections/remember.ts';
import { goesOnSignedIn } from '../due/queue.ts';
import { isSignedOut, previewClean } from '../engine/clean.ts';
import type { Runs } from '../engine/runs.ts';
import type { Ports } from '../ports/ports.ts';
import { readableConnection } from '../ports/readable.ts';
import type { Doctor } from '../reading/doctor.ts';
import { runView } from '../reading/overview.ts';
import type { GuardView, Outcome } from '../reading/views.ts';
import { isAllowed } from './allowed.ts';
import { besideView, chooseView } from './choices.ts';
import type { GuardChoice } from './guard-choice.ts';
import { noteStop } from './note-stop.ts';
import { openPrivately } from './private.ts';
import { type AuthoriseRequest, askView, legOf, requestOf } from './request.ts';

/** Another extension opens an address elsewhere and closes its tab in one go: within ms. */
const MOVING = 5000;

function newest(all: readonly Run[], wanted: (run: Run) => boolean): Run | undefined {
  return all.filter(wanted).toSorted((a, b) => b.startedAt - a.startedAt)[0];
}

/** What the guard page shows of a stopped address, and what its buttons do. */
export function createGuard(ports: Ports, runs: Runs, doctor: Doctor) {
  const { stops, connections, clock, exemptions, guardRules, tabs, toolbar } = ports;

  /** Hands an address to a living run. The stop goes last: until the run has the address, only the stop has it. */
  async function hand(
    run: Run,
    asked: AuthoriseRequest,
    tabId: number,
    mode: RunMode | 'joined',
    leg: Leg = legOf(asked, false),
  ): Promise<Outcome> {
    await runs.dispatch(run.id, { type: 'asked', leg, tabId, mode, at: clock.now() });
    await stops.drop(tabId, asked.url);
    return { ok: true };
  }

  /**
   * The living run that an address meets: one that has this very address, one that waits for an address in this jar or
   * in no jar yet, or one that holds the jar.
   */
  async function rivalOf(asked: AuthoriseRequest, jar: string): Promise<Run | undefined> {
    const own = (await runs.living()).filter((run) => run.marketplace === asked.marketplace);
    const waits = ({ phase }: Run): boolean => phase === 'awaiting' || phase === 'between-legs';
    return (
      own.find((run) => run.legs.some(({ url }) => url === asked.url)) ??
      own.find((run) => run.jar === jar && waits(run)) ??
      own.find((run) => run.mode === 'container' && waits(run)) ??
      own.find((run) => run.jar === jar)
    );
  }

  /** The awaited address goes on alone only where nothing is left to decide: a known application, and still clean. */
  async function goesOnAlone(
    asked: AuthoriseRequest,
    run: Run,
    connection: Connection | undefined,
  ): Promise<boolean> {
    const waits = run.phase === 'awaiting' || run.phase === 'between-legs';
    if (!waits || !connection || !reaches(connection, asked)) return false;
    if (!isVerifiedApp(connection, asked.ask.kind, asked.ask.app)) return false;
    if (!kindsMissing(run).includes(asked.ask.kind)) return false;
    // Into a container it is cleaned on the way.
    if (run.phase === 'between-legs' || run.mode === 'container') return true;
    return (await isSignedOut(ports, run)) || goesOnSignedIn(ports, runs, run);
  }

  async function beside(asked: AuthoriseRequest, run: Run, tabId: number): Promise<GuardView | undefined> {
    const connection = await readableConnection(ports, run);
    if (await goesOnAlone(asked, run, connection)) {
      await hand(run, asked, tabId, 'joined');
      return { kind: 'going-on', marketplace: asked.marketplace };
    }
    if (run.phase === 'awaiting') return undefined;
    const view = await runView(ports, withoutSecrets(run));
    const joins = run.phase === 'between-legs' && kindsMissing(run).includes(asked.ask.kind);
    if (joins && connection && reaches(connection, asked))
      return { kind: 'join', ask: askView(asked), run: view };
    const same = run.legs.some(({ url }) => url === asked.url);
    const elsewhere = same ? undefined : await besideView(ports, asked, run.jar, run);
    return { kind: 'busy', ask: askView(asked), run: view, same, ...(elsewhere && { elsewhere }) };
  }

  async function view(tabId: number, jar: string): Promise<GuardView> {
    const stop = await stops.claim(tabId);
    const own = (await runs.living()).find((run) => run.tabId === tabId);
    if (!stop || own?.legs.some(({ url }) => url === stop.url)) {
      if (own?.container && own.phase === 'cleaning')
        return { kind: 'going-on', marketplace: own.marketplace };
      const left = own ? undefined : newest(await runs.all(), ({ container }) => container?.from === tabId);
      if (left) return { kind: 'in-container', run: await runView(ports, withoutSecrets(left)) };
      return own ? { kind: 'living', run: await runView(ports, withoutSecrets(own)) } : { kind: 'empty' };
    }
    const asked = requestOf(stop);
    if (!asked) {
      const url = classifyUrl(stop.url);
      return { kind: 'unclear', marketplace: 'marketplace' in url ? url.marketplace : 'amazon' };
    }
    const found = await doctor.atGuard(tabId, { ...asked, jar });
    if (found) return found.kind === 'look' ? found : { kind: 'obstacle', obstacle: found };
    const rival = await rivalOf(asked, jar);
    const besideRival = rival && (await beside(asked, rival, tabId));
    if (besideRival) return besideRival;
    if (isPrivate({ jar })) {
      const preview = await previewClean(ports, asked.marketplace, asked.site, jar);
      return { kind: 'choose-private', ask: askView(asked), preview };
    }
    return chooseView(ports, asked, jar, rival);
  }

  async function connectionFor(
    asked: AuthoriseRequest,
    wanted: { id: string } | NewConnection,
  ): Promise<Connection | undefined> {
    if ('id' in wanted) return connections.get(wanted.id);
    // The same words again, after a worker's death or out of habit, mean the same connection.
    const alike = (await connections.all()).find(
      (each) =>
        each.marketplace === asked.marketplace &&
        each.site === asked.site &&
        each.central === asked.central &&
        each.integration === wanted.integration &&
        each.software === wanted.software &&
        each.name === wanted.name,
    );
    if (alike) return alike;
    const at = clock.now();
    const connection: Connection = {
      id: ports.newId(),
      marketplace: asked.marketplace,
      site: asked.site,
      region: asked.region,
      ...(asked.central && { central: asked.central }),
      ...wanted,
      apps: [{ kind: asked.ask.kind, app: asked.ask.app, verified: false }],
      account: {},
      createdAt: at,
      updatedAt: at,
    };
    await connections.put(connection);
    return connection;
  }

  /** Whether a renewal may live beside this run: in a container, which is a jar of its own. */
  function goesBeside(
    run: Run,
    { url }: AuthoriseRequest,
    { mode }: Extract<GuardChoice, { type: 'renew' }>,
  ): boolean {
    const holds = run.phase !== 'awaiting' && run.container === undefined;
    return holds && mode === 'container' && !run.legs.some((leg) => leg.url === url);
  }

  async function renew(
    asked: AuthoriseRequest,
    choice: Extract<GuardChoice, { type: 'renew' }>,
    tabId: number,
    jar: string,
  ): Promise<Outcome> {
    const met = await rivalOf(asked, jar);
    const isBeside = met !== undefined && goesBeside(met, asked, choice);
    const rival = isBeside ? undefined : met;
    if (rival && rival.phase !== 'awaiting') return { ok: false, problem: 'busy' };
    const connection = await connectionFor(asked, choice.connection);
    if (!connection) return { ok: false, problem: 'connection-gone' };
    if (isBeside && met.connectionId === connection.id) return { ok: false, problem: 'busy' };
    await rememberMode(ports, connection, choice.mode);
    await putAwayWrong(ports, runs, connection.id);
    const leg = legOf(asked, choice.forceSignIn);
    const at = clock.now();
    const inContainer = choice.mode === 'container';
    // A run does not change its jar, but for the one that has none yet.
    const sameJar = rival !== undefined && (rival.mode === 'container') === inContainer;
    if (rival && sameJar && rival.connectionId === connection.id)
      return hand(rival, asked, tabId, choice.mode, leg);
    if (rival) await runs.dispatch(rival.id, { type: 'end', reason: 'taken-over', at });
    const needed = kindsNeeded(connection.integration, asked.marketplace);
    const begun = await runs.begin({
      id: ports.newId(),
      connectionId: connection.id,
      marketplace: asked.marketplace,
      site: asked.site,
      mode: choice.mode,
      jar: inContainer ? (connection.container?.jar ?? '') : jar,
      kinds: needed.includes(leg.kind) ? needed : [leg.kind],
      leg,
      tabId,
      at,
    });
    if ('busy' in begun) return { ok: false, problem: 'busy' };
    await stops.drop(tabId, asked.url);
    return { ok: true };
  }

  /** A run in a private window: of no connection, for this one address, in memory alone. */
  async function renewPrivately(
    asked: AuthoriseRequest,
    { mode, forceSignIn }: Extract<GuardChoice, { type: 'renew-private' }>,
    tabId: number,
    jar: string,
  ): Promise<Outcome> {
    const { marketplace, site } = asked;
    const leg = legOf(asked, forceSignIn);
    const at = clock.now();
    const id = ports.newId();
    const begun = await runs.begin({ id, marketplace, site, mode, jar, kinds: [leg.kind], leg, tabId, at });
    if ('busy' in begun) return { ok: false, problem: 'busy' };
    await stops.drop(tabId, asked.url);
    return { ok: true };
  }

  async function decide(tabId: number, jar: string, choice: GuardChoice): Promise<Outcome> {
    const at = clock.now();
    if (choice.type === 'back-to-run') {
      const own = (await runs.living()).find((run) => run.tabId === tabId);
      if (!own) return { ok: false, problem: 'nothing-stopped' };
      await runs.dispatch(own.id, { type: 'reopen', at });
      return { ok: true };
    }
    if (choice.type === 'cancel') {
      await stops.drop(tabId);
      const own = (await runs.living()).find((run) => run.tabId === tabId);
      if (own) await runs.dispatch(own.id, { type: 'end', reason: 'cancelled', at });
      return { ok: true };
    }
    const stop = await stops.claim(tabId);
    if (!stop) return { ok: false, problem: 'nothing-stopped' };
    const asked = requestOf(stop);
    if (!asked) return { ok: false, problem: 'unclear' };
    // What would be noted is not done in a private window, and the other way round.
    const privateOnly = choice.type === 'renew-private';
    const normalOnly = ['renew', 'let-through', 'private-window'].includes(choice.type);
    if (isPrivate({ jar }) ? normalOnly : privateOnly) return { ok: false, problem: 'invalid' };
    switch (choice.type) {
      case 'renew-private':
        return renewPrivately(asked, choice, tabId, jar);
      case 'private-window': {
        const opened = await openPrivately(ports, asked.url);
        if (opened.ok) await stops.drop(tabId, asked.url);
        return opened;
      }
      case 'normal-tab':
        await tabs.open(asked.url);
        await stops.drop(tabId, asked.url);
        return { ok: true };
      case 'renew':
        return renew(asked, choice, tabId, jar);
      case 'join': {
        const rival = await rivalOf(asked, jar);
        if (!rival) return { ok: false, problem: 'nothing-stopped' };
        return hand(rival, asked, tabId, 'joined');
      }
      case 'take-over': {
        const rival = await rivalOf(asked, jar);
        if (rival && isAlive(rival)) await runs.dispatch(rival.id, { type: 'end', reason: 'taken-over', at });
        await toolbar.changed();
        return { ok: true };
      }
      case 'let-through': {
        const { kind, app } = asked.ask;
        await exemptions.put({ id: `${kind}:${app}`, marketplace: asked.marketplace, kind, app, since: at });
        await guardRules.exempt(await exemptions.all());
        await stops.drop(tabId, asked.url);
        await tabs.navigate(tabId, asked.url);
        return { ok: true };
      }
    }
  }

  /**
   * The address that we have opened in a container is asked for in another jar, and our tab does not show it or was
   * closed: another extension opened it there instead.
   */
  async function movedRun(url: string, jar: string): Promise<Run | undefined> {
    const page = classifyUrl(url);
    const proof = isGuarded(page) && page.ask?.state !== undefined ? digest(page.ask.state) : undefined;
    const isOurs = (leg: Leg): boolean => leg.url === url || (proof !== undefined && leg.state === proof);
    const run = newest(
      await runs.all(),
      (each) => each.container !== undefined && each.jar !== jar && each.legs.some(isOurs),
    );
    if (!run) return undefined;
    if (!isAlive(run)) {
      const justClosed = run.reason === 'tab-closed' && clock.now() - (run.endedAt ?? 0) < MOVING;
      return justClosed ? run : undefined;
    }
    const where = run.tabId === undefined ? undefined : await tabs.where(run.tabId);
    const unseen = run.progress.step === undefined && where !== 'marketplace';
    return run.phase === 'consenting' && (where === undefined || unseen) ? run : undefined;
  }

  return {
    /**
     * An address is asked for that the guard stops wherever nobody let it through.
     *
     * @param jar Undefined where nobody can tell.
     */
    async stopped(url: string, tabId: number | undefined, jar?: string): Promise<void> {
      if (await isAllowed(ports, runs, url, tabId)) return;
      const moved = jar === undefined ? undefined : await movedRun(url, jar);
      if (moved) await runs.dispatch(moved.id, { type: 'moved', at: clock.now() });
      await noteStop(ports, tabId, url);
      await toolbar.changed();
    },
    view,
    decide,
  };
}
