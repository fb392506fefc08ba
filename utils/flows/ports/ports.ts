import type { Connection } from '../../domain/account/connection.ts';
import type { Exemption } from '../../domain/account/exemption.ts';
import type { Grant, Standing } from '../../domain/account/grant.ts';
import type { Suggestion } from '../../domain/account/suggestion.ts';
import type { Answer } from '../../domain/address/answer.ts';
import type { Allowance } from '../../domain/address/guard-rules.ts';
import type { BackupTable } from '../../domain/data/import-part.ts';
import type { Badge, Trouble } from '../../domain/due/badge.ts';
import type { Notified, Reminder } from '../../domain/due/reminders.ts';
import type { LedgerEntry, Run } from '../../domain/run/run.ts';
import type { RunEffect } from '../../domain/run/run-events.ts';
import type { CleaningPlan, Cookie, Receipt } from '../../domain/session/cleaning.ts';
import type { Container } from '../../domain/session/container.ts';
import type { Marker } from '../../domain/session/marker.ts';
import type { Refusal } from '../../domain/settings/refusal.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { Item } from '../../domain/sync/item.ts';
import type { Reconciled, Replica } from '../../domain/sync/reconcile.ts';

/** The outside world as the flows see it. `utils/platform` and `utils/db` implement it, `tests/fakes` imitates it. */

export interface Clock {
  /** UTC instant in ms. */
  now(): number;
  /** IANA name of the person's time zone. */
  timeZone(): string;
}

/** A run with what is still to be done for it. */
export interface KeptRun {
  run: Run;
  pending: RunEffect[];
}

/** Runs with their secrets: memory that outlives the worker, not the browser. */
export interface RunMemory {
  all(): Promise<KeptRun[]>;
  get(id: string): Promise<KeptRun | undefined>;
  put(kept: KeptRun): Promise<void>;
  /** Forgets ended runs that are older than this UTC instant in ms. */
  forgetBefore(instant: number): Promise<void>;
  /** Forgets these runs, whatever their state. */
  forget(ids: string[]): Promise<void>;
}

/** An authorise address that the guard stopped. A secret, in memory alone. */
export interface Stop {
  url: string;
  /** UTC instant in ms. */
  at: number;
}

export interface Stops {
  /** Notes what was stopped in a tab; without a tab where a page's own worker asked. */
  put(tabId: number | undefined, stop: Stop): Promise<void>;
  /** What was stopped in this tab; a stop without a tab is given to the first guard page that asks. */
  claim(tabId: number): Promise<Stop | undefined>;
  /** Forgets what was stopped in a tab; with `url` that one alone: the next may have been stopped there meanwhile. */
  drop(tabId: number, url?: string): Promise<void>;
}

/** Runs without their secrets, for good. */
export interface Ledger {
  put(entry: LedgerEntry): Promise<void>;
  /** Entries of runs that live, or that ended and that the person has not put away yet; newest first. */
  unacknowledged(): Promise<LedgerEntry[]>;
  acknowledge(id: string): Promise<void>;
  /** Every run of a connection, newest first. */
  of(connectionId: string): Promise<LedgerEntry[]>;
}

export interface Connections {
  all(): Promise<Connection[]>;
  get(id: string): Promise<Connection | undefined>;
  put(connection: Connection): Promise<void>;
  /**
   * Changes a connection as it stands then: two changes at the same time both hold.
   *
   * @param how Pure; may be called with a connection that has changed since it was last read.
   * @returns What the connection is now; undefined where it is gone.
   */
  change(id: string, how: (connection: Connection) => Connection): Promise<Connection | undefined>;
  /**
   * Removes a connection with its grants and runs; they can be brought back until they are forgotten.
   *
   * @param at UTC instant in ms.
   */
  remove(id: string, at: number): Promise<void>;
  /** The removed ones, the last first. */
  removed(): Promise<Removed[]>;
  /** Brings a removed connection back with all that it had; false where it is forgotten. */
  restore(id: string): Promise<boolean>;
  /** Forgets those that were removed before this UTC instant in ms, for good. */
  forgetRemovedBefore(instant: number): Promise<void>;
}

/** A connection that was removed and can be brought back. */
export interface Removed {
  connection: Connection;
  /** UTC instant in ms. */
  at: number;
}

export interface Grants {
  all(): Promise<Grant[]>;
  /** What the grants of each connection that has any come to: read at once, however many grants there are. */
  standings(): Promise<Standing[]>;
  /** Every grant of a connection, newest first. */
  of(connectionId: string): Promise<Grant[]>;
  get(id: string): Promise<Grant | undefined>;
  /**
   * Records a grant together with what its connection learns from it, both or neither.
   *
   * @returns false where this grant is recorded already; nothing is changed then.
   */
  record(grant: Grant, learn: (connection: Connection) => Connection): Promise<boolean>;
  put(grant: Grant): Promise<void>;
}

export interface Suggestions {
  all(): Promise<Suggestion[]>;
  put(suggestion: Suggestion): Promise<void>;
  remove(id: string): Promise<void>;
}

/**
 * Answers that pages wrote down when they were left: a message from a page that goes does not wake a stopped worker
 * (Chromium 156), a write to the storage does. Nothing in a letter is a secret.
 */
export interface PendingAnswers {
  all(): Promise<{ id: string; answer: Answer }[]>;
  remove(id: string): Promise<void>;
}

export interface SettingsStore {
  get(): Promise<Settings>;
  put(settings: Settings): Promise<void>;
}

/** What the person was told last of each connection. */
export interface Reminded {
  all(): Promise<Notified[]>;
  put(told: Notified[]): Promise<void>;
  forget(connectionIds: string[]): Promise<void>;
}

/** Notifications of the system, where the person allows them. */
export interface Notifications {
  /** Shows one notification for all of these; false where the browser does not let us. */
  show(due: Reminder[]): Promise<boolean>;
  /** Takes the notification about this connection away, or the one about several; none there is no error. */
  withdraw(connectionId?: string): Promise<void>;
}

/** Rows as they are kept. A run is `open` until the person has put it away. */
export interface BackupRows {
  connections: Connection[];
  grants: Grant[];
  runs: (LedgerEntry & { open?: 1 })[];
  suggestions: Suggestion[];
  exemptions: Exemption[];
  settings: (Settings & { id: 'own' })[];
}

/** Everything that is kept, for files. */
export interface BackupStore {
  /**
   * Some rows of a table, in the order of their keys, beginning after one. Works with a database that refuses all else;
   * nothing in these rows is checked.
   */
  page(
    table: BackupTable,
    after?: string,
  ): Promise<{ rows: unknown[]; unreadable: number /** Where the next page begins. */; next?: string }>;
  /** Reads everything and writes what is decided, all of it or nothing; a `decide` that throws changes nothing. */
  merge(decide: (here: BackupRows) => BackupRows): Promise<void>;
}

/** What this machine keeps beside the browser's sync. */
export interface ReplicaStore {
  /**
   * Reads everything and keeps what is decided, all of it or nothing: the last state that was compared must never be
   * newer or older than what is kept.
   *
   * @param at UTC instant in ms, for what is removed.
   */
  merge(decide: (here: Replica) => Reconciled, at: number): Promise<void>;
  /** Changes what was known of the other machines. */
  change(changed: (items: Item[]) => Item[]): Promise<void>;
}

/** What came of a comparison with the sync. */
export interface SyncState {
  /** Connections that are in the sync, and those that stay on this machine because they do not fit. */
  fitting: number;
  left: number;
  /** The browser refused; it is tried again. */
  failed?: true;
  /** UTC instant in ms. */
  at: number;
}

/** The browser's own sync; it works without a network and catches up by itself. */
export interface SyncArea {
  all(): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
  /** This machine's name, for stamps: made once, at random. */
  machine(): Promise<string>;
  /** When the last comparison began, while the browser runs: UTC instant in ms. */
  turn(): Promise<number | undefined>;
  takeTurn(instant: number): Promise<void>;
  state(): Promise<SyncState | undefined>;
  note(state: SyncState): Promise<void>;
}

/** What the organisation decided for this browser. */
export interface Policy {
  /** Empty where there is none. */
  read(): Promise<Record<string, unknown>>;
}

export interface Exemptions {
  all(): Promise<Exemption[]>;
  put(exemption: Exemption): Promise<void>;
  remove(id: string): Promise<void>;
}

export interface Jars {
  /** A fresh read of every cookie of the plan's domains, in every partition. */
  read(plan: CleaningPlan, jar: string): Promise<Cookie[]>;
  /** Clears cookies and site data in as few calls as the browser allows; says what became of the site data. */
  clear(plan: CleaningPlan, jar: string): Promise<Receipt['siteData']>;
  /** Removes one cookie; whether it worked tells only a fresh read. */
  remove(cookie: Cookie): Promise<void>;
  /** Sets one cookie with all its attributes; whether it worked tells only a fresh read. */
  write(cookie: Cookie): Promise<void>;
}

/** Firefox's containers; no other browser has them. */
export interface Containers {
  /** Whether the browser has them, and a renewal that begins in this jar can go on in one. */
  available(jar?: string): Promise<boolean>;
  all(): Promise<Container[]>;
  exists(jar: string): Promise<boolean>;
  /** The names of the colours that the browser has. */
  colours(): Promise<string[]>;
  /** Makes a container and tells its jar. */
  create(wanted: { name: string; colour: string }): Promise<string>;
  /** The ids of its open tabs. */
  tabs(jar: string): Promise<number[]>;
  /** Opens a tab in it, in front, on the guard page, and tells its id. */
  openTab(jar: string): Promise<number>;
  /** Closes its tabs; the browser is left with one of its own. */
  closeTabs(jar: string): Promise<void>;
  /** Removes it with all that it holds. Its tabs are to be closed before: they would live on without their cookies. */
  remove(jar: string): Promise<void>;
}

/** Sets markers and finds them again. */
export interface Markers {
  /** Whether the browser tells which cookies a tab would send. */
  readonly tabsTell: boolean;
  /** Throws where the browser refuses. */
  set(marker: Marker): Promise<void>;
  /** The jars in which a fresh read finds it. */
  find(marker: Marker): Promise<string[]>;
  remove(marker: Marker): Promise<void>;
}

/** What is known of a tab's jar: a marker lies in what should be it, or it was found to be the same one or another. */
export interface LookState {
  marker?: Marker;
  same?: boolean;
}

/** What was found out of tabs: in memory, for as long as they live. */
export interface Looks {
  all(): Promise<[tabId: number, look: LookState][]>;
  get(tabId: number): Promise<LookState | undefined>;
  put(tabId: number, look: LookState): Promise<void>;
  drop(tabId: number): Promise<void>;
  /** Notes the names of the markers that a tab was about to send. */
  tell(tabId: number, names: string[]): Promise<void>;
  told(tabId: number): Promise<string[] | undefined>;
}

/** Cookies set aside: secrets, in memory alone. They end with the browser. */
export interface Asides {
  /** Keeps a run's cookies. Throws where they do not fit. */
  keep(runId: string, cookies: Cookie[]): Promise<void>;
  get(runId: string): Promise<Cookie[] | undefined>;
  drop(runId: string): Promise<void>;
}

/** The browser's blocker of pop-ups, as far as it lets us speak to it. */
export interface Popups {
  /** Whether it does: the browser has a setting for it, and the person permits us to change it. */
  permitted(): Promise<boolean>;
  /** Lets the pop-ups of exactly these hosts through; what we had allowed others is taken back. */
  only(hosts: string[]): Promise<void>;
}

/** A new version of the extension that waits to be taken. */
export interface Updates {
  /** Whether one waits. */
  waiting(): Promise<boolean>;
  /** Takes it: everything in memory is gone then. */
  take(): void;
  /** Whether one that comes has to wait, from now on and as long as this worker lives. */
  hold(wanted: boolean): void;
}

export interface GuardRuleStore {
  /** Makes sure that the guard's rules apply; false where the browser does not let us. */
  ensure(): Promise<boolean>;
  /** Replaces the allowances of living runs. */
  allow(allowances: Allowance[]): Promise<void>;
  /** Replaces the applications that are always let through. */
  exempt(exemptions: Exemption[]): Promise<void>;
}

export interface OpenTab {
  id: number;
  title: string;
  host: string;
}

export interface Tabs {
  /** Opens an address in a tab. Throws where the tab is gone. */
  navigate(tabId: number, url: string): Promise<void>;
  /** Takes a tab to the guard page. */
  toGuard(tabId: number): Promise<void>;
  /** What the tab shows, as far as we may know; undefined where the tab is gone. */
  where(tabId: number): Promise<'guard' | 'marketplace' | 'elsewhere' | undefined>;
  /** Tabs of this jar that show one of the plan's domains. */
  showing(plan: CleaningPlan, jar: string): Promise<OpenTab[]>;
  focus(tabId: number): Promise<void>;
  reload(tabId: number): Promise<void>;
  /** Closes a tab that shows the guard; one that shows anything else, or is gone, is left alone. */
  closeGuard(tabId: number): Promise<void>;
  open(url: string): Promise<void>;
}

export interface PrivateWindows {
  /** Whether the person allows us in private windows. */
  allowed(): Promise<boolean>;
  /** Opens an address in a new private window. */
  open(url: string): Promise<void>;
  /** Whether one is open. */
  any(): Promise<boolean>;
}

/** What the person sees without asking. */
export interface Toolbar {
  badge(badge: Badge): Promise<void>;
  /** Opens the pop-up; where the browser does not and it matters, a page. */
  present(urgent: boolean): Promise<void>;
  /** Opens a page of ours at the start of this connection's renewal, or at all that are due. */
  openStart(connectionId?: string): Promise<void>;
  /** Tells open pages of ours that something changed. */
  changed(): Promise<void>;
}

export interface Overlay {
  /** Whether the person folded it, since the browser was started. */
  folded(): Promise<boolean>;
  fold(folded: boolean): Promise<void>;
}

export interface Alarm {
  /** Wakes us at this UTC instant in ms, in place of any earlier appointment. */
  at(instant: number): Promise<void>;
}

/** What is in the way of working at all, in the order in which it is to be mended. */
export interface Health {
  troubles(): Promise<Trouble[]>;
  /** Those of these domains (by default of all the marketplaces') that the person does not let us see. */
  withheld(domains?: readonly string[]): Promise<string[]>;
  /** Notes that the database refused, with what it threw where that is known; or that it works again. */
  database(failed: boolean, error?: unknown): Promise<void>;
  /** Why the database refuses; undefined while it works. */
  refusal(): Promise<Refusal | undefined>;
}

/** What the browser says of itself and of what it lets us do; nothing of the person. */
export interface BrowserFacts {
  version: string;
  browser: string;
  language: string;
  /** Names of permissions, without hosts. */
  permissions: string[];
  /** How many rules are in force: those of the guard, of living runs, of what is always let through. */
  rules: { guard: number; session: number; dynamic: number };
  /** Bytes that are kept; undefined where the browser does not say. */
  kept?: number;
}

export interface Ports {
  /** How things are with the browser, for diagnostics. */
  facts(): Promise<BrowserFacts>;
  clock: Clock;
  memory: RunMemory;
  stops: Stops;
  ledger: Ledger;
  connections: Connections;
  grants: Grants;
  suggestions: Suggestions;
  exemptions: Exemptions;
  settings: SettingsStore;
  backup: BackupStore;
  replica: ReplicaStore;
  syncArea: SyncArea;
  policy: Policy;
  reminded: Reminded;
  notifications: Notifications;
  pendingAnswers: PendingAnswers;
  jars: Jars;
  asides: Asides;
  markers: Markers;
  looks: Looks;
  containers: Containers;
  popups: Popups;
  updates: Updates;
  guardRules: GuardRuleStore;
  tabs: Tabs;
  privateWindows: PrivateWindows;
  toolbar: Toolbar;
  overlay: Overlay;
  alarm: Alarm;
  health: Health;
  /** A new random id. */
  newId(): string;
}
