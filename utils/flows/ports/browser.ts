import type { Exemption } from '../../domain/account/exemption.ts';
import type { Allowance } from '../../domain/address/guard-rules.ts';
import type { Badge } from '../../domain/due/badge.ts';
import type { Reminder } from '../../domain/due/reminders.ts';
import type { MarketplaceId } from '../../domain/marketplaces/definition/schema.ts';
import type { RawStructure } from '../../domain/report/structure.ts';
import type { CleaningPlan } from '../../domain/session/cleaning.ts';
import type { DatabaseFailure } from '../../domain/session/obstacle.ts';

/** What the browser shows and does: tabs, toolbar, notifications, rules, settings, time. */

export interface Clock {
  /** UTC instant in ms. */
  now(): number;
  /** IANA name of the person's time zone. */
  timeZone(): string;
}

/** Notifications of the system, where the person allows them. */
export interface Notifications {
  /** Shows one notification for all of these; false where the browser does not let us. */
  show(due: Reminder[]): Promise<boolean>;
  /** Takes the notification about this connection away, or the one about several; none there is no error. */
  withdraw(connectionId?: string): Promise<void>;
}

/** What the organisation decided for this browser. */
export interface Policy {
  /** Empty where there is none. */
  read(): Promise<Record<string, unknown>>;
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
  /** Replaces the allowances of living runs; returns those that the browser does not take. */
  allow(allowances: Allowance[]): Promise<Allowance[]>;
  /** Replaces the applications that are always let through; returns those that the browser does not take. */
  exempt(exemptions: Exemption[]): Promise<Exemption[]>;
  /** Those that `exempt` was given last and the browser took, from memory; undefined before its first call since the browser's start. */
  exempted(): Promise<Exemption[] | undefined>;
}

/** The optional marketplaces, as far as the browser is concerned. */
export interface Watch {
  /** Makes guard rules and content script stand for exactly these; changes nothing where they do. */
  keep(marketplaces: readonly MarketplaceId[]): Promise<void>;
}

export interface OpenTab {
  id: number;
  title: string;
  host: string;
}

export interface Tabs {
  /** Opens an address in a tab. Throws where the tab is gone. */
  navigate(tabId: number, url: string): Promise<void>;
  /**
   * Shows the guard for a tab in which a stopped address just ended: in a tab of its own where a page opened this one,
   * which would lose its opener. The tab then counts as at the guard until it is led on.
   */
  showGuard(tabId: number): Promise<void>;
  /** The tab that a guard's tab is about: the one for which it stands in, or itself. */
  behind(guardTabId: number): Promise<number>;
  /** Takes a tab to the guard page; done once it shows that, or is gone. */
  toGuard(tabId: number): Promise<void>;
  /** What the tab shows, as far as we may know; undefined where the tab is gone. */
  where(tabId: number): Promise<'guard' | 'marketplace' | 'elsewhere' | undefined>;
  /** The ids of this jar's tabs that show one of the marketplace's consent pages. */
  atConsent(marketplace: MarketplaceId, jar: string): Promise<number[]>;
  /**
   * Waits while such a tab is still on its way: one that was just answered goes to the software, and must get there.
   * Done once none stands there, or those that do are not loading any more.
   */
  leaving(marketplace: MarketplaceId, jar: string): Promise<void>;
  /** Tabs of this jar that show one of the plan's domains. */
  showing(plan: CleaningPlan, jar: string): Promise<OpenTab[]>;
  /**
   * What the page in a tab is built of; undefined where we may not look at it.
   *
   * @param selectors What to look for.
   */
  structure(tabId: number, selectors: string[]): Promise<RawStructure | undefined>;
  focus(tabId: number): Promise<void>;
  reload(tabId: number): Promise<void>;
  /** Closes a tab that shows the guard; one that shows anything else, or is gone, is left alone. */
  closeGuard(tabId: number): Promise<void>;
  open(url: string): Promise<void>;
}

/** What the person sees without asking. */
export interface Toolbar {
  badge(badge: Badge): Promise<void>;
  /** Opens the pop-up, where the browser lets us; what is urgent opens a tab of its own, which stays. */
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

/** What in this browser keeps us from working. */
export interface Health {
  /** Those of these domains (by default of the marketplaces that are built in) that the person does not let us see. */
  withheld(domains?: readonly string[]): Promise<string[]>;
  /** Notes that the database refused, with what it threw where that is known; or that it works again. */
  database(failed: boolean, error?: unknown): Promise<void>;
  /** Why the database refuses; undefined while it works. */
  databaseFailure(): Promise<DatabaseFailure | undefined>;
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
