import type { Connection } from '@/utils/domain/account/connection.ts';
import type { Exemption } from '@/utils/domain/account/exemption.ts';
import type { Grant } from '@/utils/domain/account/grant.ts';
import type { Suggestion } from '@/utils/domain/account/suggestion.ts';
import type { Answer } from '@/utils/domain/address/answer/answer.ts';
import { classifyUrl, isGuarded } from '@/utils/domain/address/consent-url.ts';
import { type GuardRule, guardRules } from '@/utils/domain/address/guard-rules.ts';
import { sessionDomainsOf } from '@/utils/domain/address/host-patterns.ts';
import type { Badge } from '@/utils/domain/due/badge.ts';
import type { Notified } from '@/utils/domain/due/reminders.ts';
import type { MarketplaceId } from '@/utils/domain/marketplaces/definition/ids.ts';
import { builtIn, marketplaceById, optionalOnes } from '@/utils/domain/marketplaces/index.ts';
import type { RawStructure } from '@/utils/domain/report/structure.ts';
import type { LedgerEntry } from '@/utils/domain/run/run.ts';
import type { Cookie } from '@/utils/domain/session/cleaning.ts';
import type { Marker } from '@/utils/domain/session/marker.ts';
import type { DatabaseFailure } from '@/utils/domain/session/obstacle.ts';
import { defaultSettings, type Settings } from '@/utils/domain/settings/settings.ts';
import type { Item } from '@/utils/domain/sync/item.ts';
import type { KeptRun, SeenConfirmation, Stop, UnsavedRow } from '@/utils/flows/ports/runs.ts';
import type { LookState } from '@/utils/flows/ports/session.ts';
import type { SyncState } from '@/utils/flows/ports/sync.ts';
import { verdict } from './dnr.ts';
import { FakeSync } from './sync.ts';

/** What the browser tells the extension of by itself. */
export interface Listener {
  tabRemoved(tabId: number): void;
  containerRemoved(jar: string): void;
  /** The guard's rules stopped an address. */
  stopped(url: string, tabId: number): void;
  /** A tab shows another page. */
  arrived(url: string, tabId: number): void;
}

/** What survives the worker: the browser, its storage and its jars. `createPorts` is what one worker has of it. */
export class World {
  now = Date.parse('2026-11-20T12:00:00Z');
  /** Counts the ends of the extension: calls of a worker of an earlier life never come back. */
  life = 0;
  /** Who is told what happens by itself; nobody in tests that tell it themselves. */
  listener: Listener | undefined;
  /** When what the browser does by itself is done: at once, unless a test wants it later. */
  later = (task: () => void): void => task();
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
  /** Tabs that are on their way somewhere, each until it is there or goes elsewhere. */
  loading = new Map<number, Promise<void>>();
  /** No run fits into the browser's memory any more. */
  memoryFull = false;
  /** Rows that the database refused: on disk, they outlive the browser. */
  unsaved = new Map<string, UnsavedRow>();
  /** Names of cookies that the browser refuses to set. */
  unsettable = new Set<string>();
  /** A marker goes by itself when its time is over: a UTC instant in ms. */
  markers: (Marker & { ends?: number })[] = [];
  /** What the pages in tabs are built of. */
  structures = new Map<number, RawStructure>();
  looks = new Map<number, LookState>();
  told = new Map<number, string[]>();
  /** The browser tells what a tab would send, as Chromium does. */
  tabsTell = false;
  /** The jar that the cookie API really reaches. */
  reached = (jar: string): string => jar;
  cookiesRefused = false;
  /** What the person does not let us see: at first the pages of the optional marketplaces. */
  withheld: string[] = sessionDomainsOf(optionalOnes);
  /** The optional marketplaces for which guard rules and script stand: on disk, they outlive the browser. */
  watched: MarketplaceId[] = [];
  rulesRefused = false;
  updateWaits = false;
  updatesTaken = 0;
  /** Whether the living worker holds an update back. */
  updatesHeld = false;
  stops = new Map<number, Stop>();
  /** Stops without a tab, which wait for a guard page. */
  tablessStops: Stop[] = [];
  confirmations = new Map<number, SeenConfirmation>();
  ledger = new Map<string, LedgerEntry & { putAway?: boolean }>();
  connections = new Map<string, Connection>();
  grants = new Map<string, Grant>();
  bin = new Map<
    string,
    { connection: Connection; at: number; grants: Grant[]; runs: (LedgerEntry & { putAway?: boolean })[] }
  >();
  /** Grants of connections that were removed for good. */
  forgotten: Grant[] = [];
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
  /** What those rules let through, in the browser's memory. */
  exempted: Exemption[] | undefined;
  badge: Badge | undefined;
  presented = 0;
  folded = false;
  alarmAt: number | undefined;
  /** Writes are refused: the disk is full. */
  databaseFails = false;
  /** Nothing is read either: the store does not open. */
  databaseDead = false;
  databaseTrouble = false;
  databaseWhy: DatabaseFailure = 'refused';
  opened: string[] = [];
  privateAllowed = true;
  privateWindowOpen = true;
  openedPrivately: string[] = [];
  reloaded: number[] = [];
  /** The browser has containers: by jar. Undefined where it has none. */
  containers: Map<string, { name: string; colour: string }> | undefined;
  /** The jars of tabs that do not lie in the default one. */
  jarOfTab = new Map<number, string>();
  /** The user permits us to change the setting for pop-ups. */
  popupsPermitted = false;
  /** Whose pop-ups the browser lets through: on disk, it outlives the browser. */
  popupHosts: string[] = [];
  ids = 0;

  /** Opens an address in a tab as the browser does: the guard's rules first. Tells where the tab ends up. */
  visit(tabId: number, url: string): 'guard' | 'page' {
    const standing = [...builtIn, ...this.watched.map(marketplaceById)];
    const rules = [...guardRules(standing), ...this.sessionRules, ...this.dynamicRules];
    if (verdict(rules, { url, tabId, type: 'main_frame' }) === 'guard') {
      this.tabs.set(tabId, 'guard');
      this.listener?.stopped(url, tabId);
      return 'guard';
    }
    this.tabs.set(tabId, url);
    this.listener?.arrived(url, tabId);
    return 'page';
  }

  /** Sends a tab on: it shows what it showed before until the new page is there. */
  go(tabId: number, url: string): void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.loading.set(tabId, promise);
    this.later(() => {
      const isWanted = this.loading.get(tabId) === promise;
      if (isWanted) this.loading.delete(tabId);
      if (isWanted && this.tabs.has(tabId)) this.visit(tabId, url);
      resolve();
    });
  }

  /** A container with its cookies goes; its tabs stay, as in Firefox. */
  removeContainer(jar: string): void {
    this.containers?.delete(jar);
    this.cookies = this.cookies.filter(({ storeId }) => storeId !== jar);
    this.later(() => this.listener?.containerRemoved(jar));
  }

  /** A tab is closed. */
  close(tabId: number): void {
    if (!this.tabs.delete(tabId)) return;
    this.jarOfTab.delete(tabId);
    this.later(() => this.listener?.tabRemoved(tabId));
  }

  /** The browser is closed and opened again: memory and tabs are gone, the database is not. */
  restartBrowser(): void {
    this.#forgetMemory();
    this.tabs.clear();
    this.jarOfTab.clear();
  }

  /** The extension is loaded again, as for an update: its memory is gone in the middle of whatever it does. */
  reloadExtension(): void {
    this.#forgetMemory();
    for (const [tabId, url] of this.tabs) if (url === 'guard') this.close(tabId);
  }

  #forgetMemory(): void {
    this.life += 1;
    this.memory.clear();
    this.asides.clear();
    this.stops.clear();
    this.tablessStops = [];
    this.confirmations.clear();
    this.looks.clear();
    this.told.clear();
    this.folded = false;
    this.databaseTrouble = false;
    this.syncTurn = undefined;
    this.updateWaits = false;
    this.updatesHeld = false;
    this.sessionRules = [];
    this.exempted = undefined;
  }

  /** The tab in which a guarded address stands in spite of the guard. */
  unguarded(): string[] {
    return [...this.tabs.values()].filter((url) => isGuarded(classifyUrl(url)));
  }
}
