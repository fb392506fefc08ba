import { reaches } from '../../domain/account/connection.ts';
import { bounded, type ConsentRequest, isAged, readAddress } from '../../domain/address/address.ts';
import { kindsNeeded } from '../../domain/integrations/index.ts';
import { type Leg, type LivingRun, type Run, withoutSecrets } from '../../domain/run/run.ts';
import type { RunMode } from '../../domain/session/modes.ts';
import { isPrivate } from '../../domain/session/private.ts';
import { putAwayWrong } from '../connections/accounts.ts';
import { rememberMode } from '../connections/remember.ts';
import { previewClean } from '../engine/effects/clean.ts';
import type { Runs } from '../engine/runs.ts';
import type { Ports } from '../ports/ports.ts';
import { readableConnection } from '../ports/readable.ts';
import type { Stop } from '../ports/runs.ts';
import type { Doctor } from '../reading/doctor.ts';
import { runView } from '../reading/overview.ts';
import type { GuardView, Outcome } from '../reading/views.ts';
import { isAllowed, isAllowedInMemory } from './allowed.ts';
import { besideView, chooseView } from './choices.ts';
import { connectionFor } from './connection-for.ts';
import { followed } from './followed.ts';
import type { GuardChoice } from './guard-choice.ts';
import { movedRun, newest } from './moved.ts';
import { noteStop, type Seen } from './note-stop.ts';
import { openPrivately } from './private.ts';
import { askView, legOf } from './request.ts';
import { goesOnAlone, isFurtherLeg, isLeftBehind, rivalOf } from './rivals.ts';

/** Browsers count their tabs from 0. */
const NO_TAB = -1;

/** Where stopped addresses are dealt with: what the guard page shows, and what its buttons do. */
export function createGuard(ports: Ports, runs: Runs, doctor: Doctor) {
  const { stops, clock, exemptions, guardRules, tabs, toolbar } = ports;

  /** Hands an address to a living run. The stop goes last: until the run has the address, only the stop has it. */
  async function hand(
    run: Run,
    asked: ConsentRequest,
    tabId: number,
    mode: RunMode | 'joined',
    leg: Leg = legOf(asked, false),
  ): Promise<Outcome> {
    await runs.dispatch(run.id, { type: 'asked', leg, tabId, mode, at: clock.now() });
    await stops.drop(tabId, asked.url);
    return { ok: true };
  }

  async function beside(
    asked: Stop,
    run: LivingRun,
    tabId: number,
    standsIn: boolean,
  ): Promise<GuardView | undefined> {
    const connection = await readableConnection(ports, run);
    if (await goesOnAlone(ports, runs, asked, run, connection, tabId))
      return { kind: 'ready', marketplace: asked.marketplace, runId: run.id };
    if (run.phase === 'awaiting' || isLeftBehind(run, asked, tabId)) return undefined;
    const view = await runView(ports, withoutSecrets(run));
    if (isFurtherLeg(run, asked) && connection && reaches(connection, asked))
      return { kind: 'join', ask: askView(asked), run: view };
    const same = run.legs.some(({ url }) => url === asked.url);
    const elsewhere = same ? undefined : await besideView(ports, asked, run.jar, run);
    return {
      kind: 'busy',
      ask: askView(asked),
      run: view,
      same,
      ...(elsewhere && { elsewhere: { ...elsewhere, ...(standsIn && { opener: true }) } }),
    };
  }

  /**
   * What the guard page in this tab shows. Changes nothing.
   *
   * @param standsIn It stands in a tab of its own, and this one has an opener.
   */
  async function view(tabId: number, jar: string, inView = false, standsIn = false): Promise<GuardView> {
    const stop = await stops.claim(tabId, inView);
    const own = (await runs.living()).find((run) => run.tabId === tabId);
    if (!stop || own?.legs.some(({ url }) => url === stop.url)) {
      if (own?.container && own.phase === 'cleaning')
        return { kind: 'going-on', marketplace: own.marketplace };
      const left = own ? undefined : newest(await runs.all(), ({ container }) => container?.from === tabId);
      if (left) return { kind: 'in-container', run: await runView(ports, withoutSecrets(left)) };
      if (own) return { kind: 'living', run: await runView(ports, withoutSecrets(own)) };
      const ended = newest(await runs.all(), (run) => run.tabId === tabId);
      if (ended) return { kind: 'ended', run: await runView(ports, withoutSecrets(ended)) };
      const isClosed = standsIn && (await tabs.where(tabId)) === undefined;
      return { kind: isClosed ? 'window-closed' : 'empty' };
    }
    if (isAged(stop.at, clock.now())) return { kind: 'aged', marketplace: stop.marketplace };
    const found = await doctor.atGuard(tabId, { ...stop, jar });
    if (found) return found.kind === 'look' ? found : { kind: 'obstacle', obstacle: found };
    const rival = await rivalOf(runs, stop, jar);
    const besideRival = rival && (await beside(stop, rival, tabId, standsIn));
    if (besideRival) return besideRival;
    if (isPrivate({ jar })) {
      const preview = await previewClean(ports, stop.marketplace, stop.site, jar);
      return { kind: 'choose-private', ask: askView(stop), preview };
    }
    return { ...(await chooseView(ports, stop, jar, rival)), ...(standsIn && { opener: true }) };
  }

  /** Whether a renewal may live beside this run: in a container, which is a jar of its own. */
  function goesBeside(
    run: Run,
    { url }: ConsentRequest,
    { mode }: Extract<GuardChoice, { type: 'renew' }>,
  ): boolean {
    const holds = run.phase !== 'awaiting' && run.container === undefined;
    return holds && mode === 'container' && !run.legs.some((leg) => leg.url === url);
  }

  async function renew(
    asked: ConsentRequest,
    choice: Extract<GuardChoice, { type: 'renew' }>,
    tabId: number,
    jar: string,
  ): Promise<Outcome> {
    const met = await rivalOf(runs, asked, jar);
    const isBeside = met !== undefined && goesBeside(met, asked, choice);
    const rival = isBeside ? undefined : met;
    const isLeft = rival !== undefined && isLeftBehind(rival, asked, tabId);
    if (rival && rival.phase !== 'awaiting' && !isLeft) return { ok: false, problem: 'busy' };
    const connection = await connectionFor(ports, asked, choice.connection);
    if (!connection) return { ok: false, problem: 'connection-gone' };
    if (isBeside && met.connectionId === connection.id) return { ok: false, problem: 'busy' };
    await rememberMode(ports, connection, choice.mode);
    await putAwayWrong(ports, runs, connection.id);
    const leg = legOf(asked, choice.forceSignIn);
    const at = clock.now();
    const inContainer = choice.mode === 'container';
    // A run does not change its jar, but for the one that has none yet.
    const sameJar = rival !== undefined && (rival.mode === 'container') === inContainer;
    if (rival && !isLeft && sameJar && rival.connectionId === connection.id)
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
    asked: ConsentRequest,
    { mode, forceSignIn }: Extract<GuardChoice, { type: 'renew-private' }>,
    tabId: number,
    jar: string,
  ): Promise<Outcome> {
    const { marketplace, site } = asked;
    const leg = legOf(asked, forceSignIn);
    const at = clock.now();
    const rival = await rivalOf(runs, asked, jar);
    if (rival && isLeftBehind(rival, asked, tabId))
      await runs.dispatch(rival.id, { type: 'end', reason: 'taken-over', at });
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
    const asked = await stops.claim(tabId);
    if (!asked || isAged(asked.at, at)) return { ok: false, problem: 'nothing-stopped' };
    if (choice.shown !== undefined && choice.shown !== asked.at) return { ok: false, problem: 'changed' };
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
      case 'go-on':
      case 'join': {
        const rival = await rivalOf(runs, asked, jar);
        const connection = rival && (await readableConnection(ports, rival));
        const isShown = rival !== undefined && rival.id === choice.runId;
        const mayGo =
          choice.type === 'join' ||
          (isShown && (await goesOnAlone(ports, runs, asked, rival, connection, tabId)));
        if (!isShown || !mayGo) return { ok: false, problem: 'changed' };
        return hand(rival, asked, tabId, 'joined');
      }
      case 'take-over': {
        const rival = await rivalOf(runs, asked, jar);
        if (rival && rival.id !== choice.runId) return { ok: false, problem: 'changed' };
        if (rival) await runs.dispatch(rival.id, { type: 'end', reason: 'taken-over', at });
        await toolbar.changed();
        return { ok: true };
      }
      case 'let-through':
        return letThrough(asked, tabId);
    }
  }

  /** Lets an application through from now on, in every tab. */
  async function letThrough(asked: ConsentRequest, tabId: number): Promise<Outcome> {
    const { kind, app } = asked.ask;
    if (app === undefined) return { ok: false, problem: 'unclear' };
    const id = `${kind}:${app}`;
    await exemptions.put({ id, marketplace: asked.marketplace, kind, app, since: clock.now() });
    const refused = await guardRules.exempt(await exemptions.all());
    if (refused.some((each) => each.kind === kind && each.app === app)) {
      await exemptions.remove(id);
      return { ok: false, problem: 'rule-refused' };
    }
    await stops.drop(tabId, asked.url);
    await tabs.navigate(tabId, asked.url);
    return { ok: true };
  }

  return {
    /**
     * An address is asked for. That it was stopped is noted from memory alone: the guard page that shows by now finds it
     * there, whatever the database does.
     *
     * @param jar Undefined where nobody can tell.
     * @param ready Done once the worker has resumed what it was at; what changes a run waits for that.
     */
    async stopped(
      url: string,
      tabId: number | undefined,
      jar?: string,
      seen: Seen = {},
      ready: Promise<unknown> = Promise.resolve(),
    ): Promise<void> {
      const address = readAddress(url, seen.posted);
      const { request } = address;
      if (!request) return;
      const allowed = !seen.sure && (await isAllowedInMemory(ports, runs, address, tabId));
      if (!allowed) await noteStop(ports, tabId, request, seen);
      await ready;
      const isLetThrough = allowed ?? (await isAllowed(ports, runs, address, tabId));
      if (isLetThrough && !allowed) await stops.drop(tabId ?? NO_TAB, bounded(request).url);
      if (isLetThrough) return followed(ports, runs, address, tabId);
      const moved = jar === undefined ? undefined : await movedRun(ports, runs, request, jar);
      if (moved) await runs.dispatch(moved.id, { type: 'moved', at: clock.now() });
      await toolbar.changed();
    },
    view,
    decide,
  };
}
