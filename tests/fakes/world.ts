import type { Connection } from '@/utils/domain/account/connection.ts';
import type { Exemption } from '@/utils/domain/account/exemption.ts';
import { candidatesOf, type Grant, standingOf } from '@/utils/domain/account/grant.ts';
import type { Suggestion } from '@/utils/domain/account/suggestion.ts';
import type { Answer } from '@/utils/domain/address/answer.ts';
import { classifyUrl, isGuarded } from '@/utils/domain/address/consent-url.ts';
import { allowanceRules, type GuardRule, guardRules } from '@/utils/domain/address/guard-rules.ts';
import type { Badge } from '@/utils/domain/due/badge.ts';
import type { Notified } from '@/utils/domain/due/reminders.ts';
import { isAlive, type LedgerEntry } from '@/utils/domain/run/run.ts';
import { type Cookie, identity, isWithin } from '@/utils/domain/session/cleaning.ts';
import type { Marker } from '@/utils/domain/session/marker.ts';
import { defaultSettings, type Settings } from '@/utils/domain/settings/settings.ts';
import { grantFor } from '@/utils/domain/sync/fields.ts';
import type { Item } from '@/utils/domain/sync/item.ts';
import { durableLedger } from '@/utils/flows/engine/durable-ledger.ts';
import { underPolicy } from '@/utils/flows/policy/managed.ts';
import type { Health, Policy } from '@/utils/flows/ports/browser.ts';
import type { Ports } from '@/utils/flows/ports/ports.ts';
import type { BackupRows, SettingsStore } from '@/utils/flows/ports/records.ts';
import type { KeptRun, LedgerRows, Stop, UnsavedRow, UnsavedRows } from '@/utils/flows/ports/runs.ts';
import type { LookState } from '@/utils/flows/ports/session.ts';
import type { SyncState } from '@/utils/flows/ports/sync.ts';
import { verdict } from './dnr.ts';
import { FakeSync } from './sync.ts';

/** What survives the worker: the browser, its storage and its jars. `createPorts` is what one worker has of it. */
export class World {
  now = Date.parse('2026-11-20T12:00:00Z');
  cookies: Cookie[] = [];
  /** Cookies that the bulk call does not reach. */
  stubborn = new Set<string>();
  tabs = new Map<number, string>();
  memory = new Map<string, KeptRun>();
  asides = new Map<string, Cookie[]>();
  /** What is set aside does not fit. */
  asideTooSmall = false;
  /** What happens to a tab that was answered, and is on its way to the software. */
  onItsWay: (() => void) | undefined;
  /** No run fits into the browser's memory any more. */
  memoryFull = false;
  /** Rows that the database refused: on disk, they outlive the browser. */
  unsaved = new Map<string, UnsavedRow>();
  /** Names of cookies that the browser refuses to set. */
  unsettable = new Set<string>();
  markers: Marker[] = [];
  looks = new Map<number, LookState>();
  told = new Map<number, string[]>();
  /** The browser tells what a tab would send, as Chromium does. */
  tabsTell = false;
  /** The jar that the cookie API really reaches. */
  reached = (jar: string): string => jar;
  cookiesRefused = false;
  withheld: string[] = [];
  rulesRefused = false;
  updateWaits = false;
  updatesTaken = 0;
  /** Whether the living worker holds an update back. */
  updatesHeld = false;
  stops = new Map<number | 'tabless', Stop>();
  ledger = new Map<string, LedgerEntry & { putAway?: boolean }>();
  connections = new Map<string, Connection>();
  grants = new Map<string, Grant>();
  bin = new Map<
    string,
    { connection: Connection; at: number; grants: Grant[]; runs: (LedgerEntry & { putAway?: boolean })[] }
  >();
  suggestions = new Map<string, Suggestion>();
  exemptions = new Map<string, Exemption>();
  settings: Settings = defaultSettings();
  reminded = new Map<string, Notified>();
  mayNotify = true;
  /** Every notification that was shown, as the names in it. */
  notified: string[][] = [];
  withdrawn: (string | undefined)[] = [];
  /** What a click on a reminder opened: a connection's start, or all that are due. */
  started: (string | undefined)[] = [];
  timeZone = 'Europe/Berlin';
  /** What the organisation decided. */
  policy: Record<string, unknown> = {};
  items: Item[] = [];
  sync = new FakeSync();
  machine = 'here';
  syncState: SyncState | undefined;
  /** In the browser's memory: when the last comparison began. */
  syncTurn: number | undefined;
  letters = new Map<string, Answer & { at?: number }>();
  sessionRules: GuardRule[] = [];
  dynamicRules: GuardRule[] = [];
  badge: Badge | undefined;
  presented = 0;
  folded = false;
  alarmAt: number | undefined;
  /** Writes are refused: the disk is full. */
  databaseFails = false;
  /** Nothing is read either: the store does not open. */
  databaseDead = false;
  databaseTrouble = false;
  opened: string[] = [];
  privateAllowed = true;
  privateWindowOpen = true;
  openedPrivately: string[] = [];
  reloaded: number[] = [];
  /** The browser has containers: by jar. Undefined where it has none. */
  containers: Map<string, { name: string; colour: string }> | undefined;
  /** The jars of tabs that do not lie in the default one. */
  jarOfTab = new Map<number, string>();
  /** The person permits us to change the setting for pop-ups. */
  popupsPermitted = false;
  /** Whose pop-ups the browser lets through: on disk, it outlives the browser. */
  popupHosts: string[] = [];
  ids = 0;

  /** Opens an address in a tab as the browser does: the guard's rules first. Tells where the tab ends up. */
  visit(tabId: number, url: string): 'guard' | 'page' {
    const rules = [...guardRules(), ...this.sessionRules, ...this.dynamicRules];
    if (verdict(rules, { url, tabId, type: 'main_frame' }) === 'guard') {
      this.tabs.set(tabId, 'guard');
      return 'guard';
    }
    this.tabs.set(tabId, url);
    return 'page';
  }

  /** A container with its cookies goes; its tabs stay, as in Firefox. */
  removeContainer(jar: string): void {
    this.containers?.delete(jar);
    this.cookies = this.cookies.filter(({ storeId }) => storeId !== jar);
  }

  /** A tab is closed. */
  close(tabId: number): void {
    this.tabs.delete(tabId);
    this.jarOfTab.delete(tabId);
  }

  /** The browser is closed and opened again: memory and tabs are gone, the database is not. */
  restartBrowser(): void {
    this.memory.clear();
    this.asides.clear();
    this.stops.clear();
    this.tabs.clear();
    this.jarOfTab.clear();
    this.sessionRules = [];
  }

  /** The tab in which a guarded address stands in spite of the guard. */
  unguarded(): string[] {
    return [...this.tabs.values()].filter((url) => isGuarded(classifyUrl(url)));
  }
}

/** All tables, as they are kept. */
function stockOf(world: World): BackupRows {
  return {
    connections: [...world.connections.values()],
    grants: [...world.grants.values()],
    runs: [...world.ledger.values()].map(({ putAway, ...row }) => (putAway ? row : { ...row, open: 1 })),
    suggestions: [...world.suggestions.values()],
    exemptions: [...world.exemptions.values()],
    settings: [{ ...world.settings, id: 'own' }],
  };
}

function moveToBin(world: World, id: string, at: number): void {
  const connection = world.connections.get(id);
  if (!connection) return;
  const own = [...world.grants.values()].filter(({ connectionId }) => connectionId === id);
  const runs = [...world.ledger.values()].filter(
    (row) => row.connectionId === id && !isAlive(row) && row.aside?.state !== 'kept',
  );
  world.bin.set(id, { connection, at, grants: own, runs });
  for (const each of own) world.grants.delete(each.id);
  for (const each of runs) world.ledger.delete(each.id);
  world.connections.delete(id);
}

function takeFromBin(world: World, id: string): boolean {
  const row = world.bin.get(id);
  if (!row) return false;
  if (!world.connections.has(id)) world.connections.set(id, row.connection);
  for (const each of row.grants) if (!world.grants.has(each.id)) world.grants.set(each.id, each);
  for (const each of row.runs) if (!world.ledger.has(each.id)) world.ledger.set(each.id, each);
  return world.bin.delete(id);
}

/** Called before and after every change outside; one that never comes back is a worker that died there. */
export type Hook = (call: string) => Promise<void>;

/** The ports of one worker over the world. */
export function createPorts(world: World, hook: Hook = async () => {}): Ports {
  const refuseReads = (): void => {
    if (world.databaseDead) throw new Error('InvalidStateError');
  };
  const refuseWrites = (): void => {
    refuseReads();
    if (world.databaseFails) throw new Error('QuotaExceededError');
  };
  const health: Health = {
    withheld: async (domains) =>
      domains ? world.withheld.filter((each) => domains.includes(each)) : world.withheld,
    databaseFailure: async () => (world.databaseTrouble ? 'refused' : undefined),
    database: async (failed) => {
      world.databaseTrouble = failed;
    },
  };
  const table = <T extends { id: string }>(name: string, rows: Map<string, T>) => ({
    all: async () => {
      await hook(`${name}.all`);
      refuseReads();
      return [...rows.values()];
    },
    put: async (row: T) => {
      await hook(`${name}.put`);
      refuseWrites();
      rows.set(row.id, row);
    },
    remove: async (id: string) => {
      await hook(`${name}.remove`);
      refuseWrites();
      rows.delete(id);
    },
  });
  const connections = table('connections', world.connections);
  const grants = table('grants', world.grants);

  const ledger: LedgerRows = {
    put: async (entry) => {
      await hook('ledger.put');
      refuseWrites();
      const putAway = world.ledger.get(entry.id)?.putAway;
      world.ledger.set(entry.id, structuredClone({ ...entry, ...(putAway && { putAway }) }));
    },
    unacknowledged: async () => {
      refuseReads();
      return [...world.ledger.values()]
        .filter(({ putAway }) => !putAway)
        .map(({ putAway: _, ...entry }) => entry as LedgerEntry);
    },
    acknowledge: async (id) => {
      await hook('ledger.acknowledge');
      refuseWrites();
      const entry = world.ledger.get(id);
      if (entry) world.ledger.set(id, { ...entry, putAway: true });
    },
    of: async (id) => {
      refuseReads();
      return [...world.ledger.values()]
        .filter(({ connectionId }) => connectionId === id)
        .sort((a, b) => b.startedAt - a.startedAt);
    },
    get: async (id) => {
      refuseReads();
      const { putAway: _, ...entry } = world.ledger.get(id) ?? {};
      return 'id' in entry ? (entry as LedgerEntry) : undefined;
    },
  };
  const unsaved: UnsavedRows = {
    all: async () => structuredClone([...world.unsaved.values()]),
    put: async (row) => {
      await hook('unsaved.put');
      world.unsaved.set(row.entry.id, structuredClone(row));
      await hook('unsaved.put, done');
    },
    remove: async (id) => {
      await hook('unsaved.remove');
      world.unsaved.delete(id);
    },
  };

  const policy: Policy = { read: async () => structuredClone(world.policy) };
  const settings: SettingsStore = {
    get: async () => {
      await hook('settings.get');
      refuseReads();
      return structuredClone(world.settings);
    },
    put: async (wanted) => {
      await hook('settings.put');
      refuseWrites();
      world.settings = structuredClone(wanted);
    },
  };
  return {
    facts: async () => ({
      version: '1.0.0',
      browser: 'Fake/1',
      language: 'en',
      permissions: ['storage'],
      rules: { guard: 1, session: world.sessionRules.length, dynamic: world.dynamicRules.length },
    }),
    clock: { now: () => world.now, timeZone: () => world.timeZone },
    newId: () => `id-${++world.ids}`,
    memory: {
      all: async () => structuredClone([...world.memory.values()]),
      get: async (id) => structuredClone(world.memory.get(id)),
      put: async (kept) => {
        await hook('memory.put');
        if (world.memoryFull) throw new Error('Session storage quota bytes exceeded');
        world.memory.set(kept.run.id, structuredClone(kept));
        await hook('memory.put, done');
      },
      forgetBefore: async (instant) => {
        for (const [id, { run, pending }] of world.memory) {
          const isNeeded = run.container?.state === 'in-use' || run.aside?.state === 'kept';
          if (!isAlive(run) && pending.length === 0 && !isNeeded && run.endedAt < instant)
            world.memory.delete(id);
        }
      },
      forget: async (ids) => {
        for (const id of ids) {
          world.memory.delete(id);
        }
      },
    },
    stops: {
      put: async (tabId, stop) => {
        await hook('stops.put');
        world.stops.set(tabId ?? 'tabless', stop);
      },
      claim: async (tabId) => world.stops.get(tabId) ?? world.stops.get('tabless'),
      drop: async (tabId, url) => {
        await hook('stops.drop');
        for (const key of [tabId, 'tabless'] as const)
          if (url === undefined || world.stops.get(key)?.url === url) world.stops.delete(key);
      },
    },
    ledger: durableLedger(ledger, unsaved, health),
    connections: {
      ...connections,
      get: async (id) => world.connections.get(id),
      change: async (id, how) => {
        await hook('connections.change');
        refuseWrites();
        const connection = world.connections.get(id);
        if (!connection) return undefined;
        const next = how(connection);
        world.connections.set(id, next);
        await hook('connections.change, done');
        return next;
      },
      remove: async (id, at) => {
        await hook('connections.remove');
        refuseWrites();
        moveToBin(world, id, at);
      },
      removed: async () => [...world.bin.values()].sort((a, b) => b.at - a.at),
      restore: async (id) => {
        await hook('connections.restore');
        refuseWrites();
        return takeFromBin(world, id);
      },
      forgetRemovedBefore: async (instant) => {
        for (const [id, { at }] of world.bin) if (at < instant) world.bin.delete(id);
      },
    },
    grants: {
      ...grants,
      get: async (id) => world.grants.get(id),
      of: async (id) =>
        [...world.grants.values()]
          .filter(({ connectionId }) => connectionId === id)
          .sort((a, b) => b.at - a.at),
      standings: async (now) => {
        const all = (await grants.all()).filter(({ at }) => at <= now);
        const byConnection = Map.groupBy(all, ({ connectionId }) => connectionId);
        return [...byConnection].map(([id, own]) => ({ connectionId: id, grants: candidatesOf(own) }));
      },
      record: async (grant, learn) => {
        await hook('grants.record');
        refuseWrites();
        if (world.grants.has(grant.id)) return false;
        const connection = world.connections.get(grant.connectionId);
        if (!connection) return 'no-connection';
        world.grants.set(grant.id, grant);
        world.connections.set(connection.id, learn(connection));
        await hook('grants.record, done');
        return true;
      },
    },
    suggestions: table('suggestions', world.suggestions),
    exemptions: table('exemptions', world.exemptions),
    settings: underPolicy(settings, policy),
    reminded: {
      all: async () => {
        refuseReads();
        return [...world.reminded.values()];
      },
      put: async (told) => {
        await hook('reminded.put');
        refuseWrites();
        for (const each of told) world.reminded.set(each.connectionId, each);
        await hook('reminded.put, done');
      },
      forget: async (ids) => {
        for (const id of ids) world.reminded.delete(id);
      },
    },
    unreadable: { known: () => 0, all: async () => [], remove: async () => {} },
    notifications: {
      show: async (due) => {
        await hook('notifications.show');
        if (!world.mayNotify) return false;
        world.notified.push(due.map(({ connection }) => connection.name));
        await hook('notifications.show, done');
        return true;
      },
      withdraw: async (connectionId) => {
        world.withdrawn.push(connectionId);
      },
    },
    backup: {
      page: async (table) => {
        await hook('backup.page');
        return { rows: structuredClone(stockOf(world)[table]), unreadable: 0 };
      },
      merge: async (decide) => {
        await hook('backup.merge');
        refuseReads();
        const write = decide(structuredClone(stockOf(world)));
        refuseWrites();
        for (const row of write.connections) world.connections.set(row.id, row);
        for (const row of write.grants) world.grants.set(row.id, row);
        for (const row of write.suggestions) world.suggestions.set(row.id, row);
        for (const row of write.exemptions) world.exemptions.set(row.id, row);
        for (const { open, ...row } of write.runs) world.ledger.set(row.id, { ...row, putAway: open !== 1 });
        for (const { id: _, ...row } of write.settings) world.settings = row;
        await hook('backup.merge, done');
      },
    },
    replica: {
      merge: async (decide, at) => {
        await hook('replica.merge');
        refuseReads();
        const byConnection = Map.groupBy(world.grants.values(), ({ connectionId }) => connectionId);
        const { put, remove, ends, items } = decide({
          connections: structuredClone([...world.connections.values()]),
          standings: [...byConnection].map(([id, own]) => {
            const { account = {} } = world.connections.get(id) ?? {};
            return standingOf(id, own, { account, now: Number.POSITIVE_INFINITY });
          }),
          items: structuredClone(world.items),
        });
        refuseWrites();
        for (const row of put) {
          takeFromBin(world, row.id);
          world.connections.set(row.id, row);
        }
        for (const { connectionId, ends: told } of ends) {
          for (const end of told) {
            const own = [...world.grants.values()].filter((each) => each.connectionId === connectionId);
            const grant = grantFor(connectionId, end, own);
            if (grant) world.grants.set(grant.id, grant);
          }
        }
        for (const id of remove) moveToBin(world, id, at);
        world.items = items;
        await hook('replica.merge, done');
      },
      change: async (changed) => {
        world.items = changed(structuredClone(world.items));
      },
    },
    policy,
    syncArea: {
      all: async () => structuredClone(world.sync.all()),
      set: async (items) => {
        await hook('syncArea.set');
        world.sync.set(structuredClone(items), world.now);
        await hook('syncArea.set, done');
      },
      remove: async (keys) => {
        await hook('syncArea.remove');
        world.sync.remove(keys, world.now);
      },
      machine: async () => world.machine,
      turn: async () => world.syncTurn,
      takeTurn: async (instant) => {
        world.syncTurn = instant;
        await hook('syncArea.takeTurn, done');
      },
      state: async () => world.syncState,
      note: async (state) => {
        world.syncState = state;
      },
    },
    pendingAnswers: {
      all: async () =>
        [...world.letters].map(([id, { at, ...answer }]) => ({
          id,
          answer,
          ...(at !== undefined && { at }),
        })),
      put: async (id, { answer, at }) => {
        await hook('pendingAnswers.put');
        world.letters.set(id, { ...answer, at });
      },
      remove: async (id) => {
        await hook('pendingAnswers.burn');
        world.letters.delete(id);
      },
    },
    jars: {
      read: async (plan, jar) => {
        await hook('jars.read');
        return world.cookies.filter(
          (cookie) =>
            cookie.storeId === jar && plan.domains.some(({ domain }) => isWithin(cookie.domain, domain)),
        );
      },
      clear: async (plan, jar) => {
        await hook('jars.clear');
        world.cookies = world.cookies.filter(
          (cookie) =>
            cookie.storeId !== jar ||
            world.stubborn.has(cookie.name) ||
            !plan.domains.some(({ domain }) => isWithin(cookie.domain, domain)),
        );
        await hook('jars.clear, done');
        return { localStorage: 'requested' };
      },
      remove: async (cookie) => {
        await hook('jars.remove');
        world.cookies = world.cookies.filter(
          (each) => each !== cookie || world.stubborn.has(`${cookie.name}!`),
        );
      },
      write: async (cookie) => {
        await hook('jars.write');
        if (world.unsettable.has(cookie.name)) throw new Error('Failed to parse or set cookie');
        const same = (each: Cookie): boolean => identity(each) === identity(cookie);
        world.cookies = [...world.cookies.filter((each) => !same(each)), structuredClone(cookie)];
      },
    },
    asides: {
      keep: async (runId, cookies) => {
        await hook('asides.keep');
        if (world.asideTooSmall) throw new Error('Session storage quota bytes exceeded');
        world.asides.set(runId, structuredClone(cookies));
        await hook('asides.keep, done');
      },
      get: async (runId) => structuredClone(world.asides.get(runId)),
      drop: async (runId) => {
        await hook('asides.drop');
        world.asides.delete(runId);
      },
      all: async () => [...world.asides.keys()],
    },
    markers: {
      tabsTell: world.tabsTell,
      set: async (marker) => {
        await hook('markers.set');
        if (world.cookiesRefused) throw new Error('First-Party Isolation is enabled');
        world.markers.push({ ...marker, jar: world.reached(marker.jar) });
        await hook('markers.set, done');
      },
      find: async (marker) => {
        await hook('markers.find');
        return world.markers.flatMap(({ name, jar }) => (name === marker.name ? [jar] : []));
      },
      remove: async (marker) => {
        await hook('markers.remove');
        world.markers = world.markers.filter(({ name }) => name !== marker.name);
      },
    },
    looks: {
      all: async () => structuredClone([...world.looks]),
      get: async (tabId) => structuredClone(world.looks.get(tabId)),
      put: async (tabId, look) => {
        await hook('looks.put');
        world.looks.set(tabId, structuredClone(look));
      },
      drop: async (tabId) => {
        await hook('looks.drop');
        world.looks.delete(tabId);
        world.told.delete(tabId);
      },
      tell: async (tabId, names) => {
        world.told.set(tabId, names);
      },
      told: async (tabId) => world.told.get(tabId),
    },
    containers: {
      available: async (jar) => world.containers !== undefined && jar !== 'private',
      all: async () => [...(world.containers ?? [])].map(([jar, { name }]) => ({ jar, name })),
      exists: async (jar) => world.containers?.has(jar) === true,
      colours: async () => ['blue', 'green', 'red'],
      create: async ({ name, colour }) => {
        await hook('containers.create');
        if (!world.containers) throw new Error('Contextual identities are currently disabled');
        const jar = `container-${++world.ids}`;
        world.containers.set(jar, { name, colour });
        await hook('containers.create, done');
        return jar;
      },
      tabs: async (jar) => [...world.jarOfTab].flatMap(([id, each]) => (each === jar ? [id] : [])),
      openTab: async (jar) => {
        await hook('containers.openTab');
        const tabId = 1000 + ++world.ids;
        world.tabs.set(tabId, 'guard');
        world.jarOfTab.set(tabId, jar);
        await hook('containers.openTab, done');
        return tabId;
      },
      closeTabs: async (jar) => {
        await hook('containers.closeTabs');
        for (const [id, each] of world.jarOfTab) if (each === jar) world.close(id);
      },
      remove: async (jar) => {
        await hook('containers.remove');
        if (!world.containers?.has(jar)) throw new Error(`Invalid contextual identity: ${jar}`);
        if ([...world.jarOfTab.values()].includes(jar)) throw new Error('tabs would live on a dead jar');
        world.removeContainer(jar);
        await hook('containers.remove, done');
      },
    },
    popups: {
      permitted: async () => world.popupsPermitted,
      only: async (hosts) => {
        await hook('popups.only');
        if (world.popupsPermitted) world.popupHosts = [...hosts];
        await hook('popups.only, done');
      },
    },
    updates: {
      waiting: async () => world.updateWaits,
      take: () => {
        world.updatesTaken += 1;
        world.updateWaits = false;
      },
      hold: (wanted) => {
        world.updatesHeld = wanted;
      },
    },
    guardRules: {
      ensure: async () => !world.rulesRefused,
      allow: async (allowances) => {
        await hook('guardRules.allow');
        world.sessionRules = allowanceRules(allowances);
        await hook('guardRules.allow, done');
      },
      exempt: async (allowances) => {
        await hook('guardRules.exempt');
        world.dynamicRules = allowanceRules(allowances);
      },
    },
    tabs: {
      navigate: async (tabId, url) => {
        await hook('tabs.navigate');
        if (!world.tabs.has(tabId)) throw new Error(`No tab with id: ${tabId}`);
        world.visit(tabId, url);
        await hook('tabs.navigate, done');
      },
      toGuard: async (tabId) => {
        await hook('tabs.toGuard');
        if (!world.tabs.has(tabId)) throw new Error(`No tab with id: ${tabId}`);
        world.tabs.set(tabId, 'guard');
      },
      where: async (tabId) => {
        const url = world.tabs.get(tabId);
        if (url === undefined || url === 'guard') return url;
        return classifyUrl(url).step === 'none' ? 'elsewhere' : 'marketplace';
      },
      leaving: async () => {
        await hook('tabs.leaving');
        world.onItsWay?.();
      },
      atConsent: async (marketplace, jar) =>
        [...world.tabs].flatMap(([tabId, url]) => {
          const page = classifyUrl(url);
          const asks = ['consent', 'authorise', 'appstore-confirm'].includes(page.step);
          const own = (world.jarOfTab.get(tabId) ?? '0') === jar;
          return asks && own && 'marketplace' in page && page.marketplace === marketplace ? [tabId] : [];
        }),
      showing: async () => [],
      focus: async () => {},
      reload: async (tabId) => {
        world.reloaded.push(tabId);
      },
      closeGuard: async (tabId) => {
        await hook('tabs.closeGuard');
        if (world.tabs.get(tabId) === 'guard') world.close(tabId);
      },
      open: async (url) => {
        world.opened.push(url);
      },
    },
    privateWindows: {
      allowed: async () => world.privateAllowed,
      open: async (url) => {
        world.openedPrivately.push(url);
      },
      any: async () => world.privateWindowOpen,
    },
    toolbar: {
      badge: async (badge) => {
        await hook('toolbar.badge');
        world.badge = badge;
      },
      present: async () => {
        await hook('toolbar.present');
        world.presented += 1;
      },
      openStart: async (connectionId) => {
        world.started.push(connectionId);
      },
      changed: async () => {},
    },
    overlay: {
      folded: async () => world.folded,
      fold: async (folded) => {
        world.folded = folded;
      },
    },
    alarm: {
      at: async (instant) => {
        world.alarmAt = instant;
      },
    },
    health,
  };
}
