import type { CleaningPlan, Cookie, Receipt } from '../../domain/session/cleaning.ts';
import type { Container } from '../../domain/session/container.ts';
import type { Marker } from '../../domain/session/marker.ts';

/** The session in a jar: cookies, site data, containers, and whether a tab's jar is the one that we see. */

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

/** What is known about a tab's jar: a marker waits in what should be it, or the answer is in, same or not. */
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
  /** The ids of all runs whose cookies are kept. */
  all(): Promise<string[]>;
}

export interface PrivateWindows {
  /** Whether the person allows us in private windows. */
  allowed(): Promise<boolean>;
  /** Opens an address in a new private window. */
  open(url: string): Promise<void>;
  /** Whether one is open. */
  any(): Promise<boolean>;
}
