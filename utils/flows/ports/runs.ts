import type { ConsentRequest } from '../../domain/address/address.ts';
import type { Answer } from '../../domain/address/answer/answer.ts';
import type { Confirmation } from '../../domain/address/answer/confirmation.ts';
import type { Held } from '../../domain/address/stop/room.ts';
import type { LedgerEntry, Run } from '../../domain/run/run.ts';
import type { RunEffect } from '../../domain/run/run-events.ts';

/** Runs, with and without their secrets, and what reaches them: addresses that were stopped, answers that were written down. */

/** A run with what is still to be done for it. */
export interface KeptRun {
  run: Run;
  pending: RunEffect[];
}

/** Runs with their secrets: memory that outlives the worker, not the browser. */
export interface RunMemory {
  all(): Promise<KeptRun[]>;
  get(id: string): Promise<KeptRun | undefined>;
  /** Keeps a run. Throws where there is no room. */
  put(kept: KeptRun): Promise<void>;
  /** Forgets ended runs that are older than this UTC instant in ms. */
  forgetBefore(instant: number): Promise<void>;
  /** Forgets these runs, whatever their state. */
  forget(ids: string[]): Promise<void>;
}

/** An authorise address that the guard stopped. A secret, in memory alone. */
export interface Stop extends ConsentRequest, Held {}

export interface Stops {
  /** Notes what was stopped in a tab; without a tab where a page's own worker asked. */
  put(tabId: number | undefined, stop: Stop): Promise<void>;
  /**
   * What was stopped in this tab; a stop without a tab is given to the first guard page that asks.
   *
   * @param inView The user sees that page: what is seen is kept before what is not.
   */
  claim(tabId: number, inView?: boolean): Promise<Stop | undefined>;
  /** Forgets what was stopped in a tab; with `url` that one alone: the next may have been stopped there meanwhile. */
  drop(tabId: number, url?: string): Promise<void>;
}

/** A confirmation in the marketplace's own list of apps, and when a tab came by it: UTC instant in ms. */
export interface SeenConfirmation extends Confirmation {
  at: number;
}

/** By which confirmation a tab came last: in memory, bounded, for half an hour. */
export interface Confirmations {
  put(tabId: number, seen: SeenConfirmation): Promise<void>;
  get(tabId: number): Promise<SeenConfirmation | undefined>;
  drop(tabId: number): Promise<void>;
}

/** Runs without their secrets, for good, as the database keeps them. */
export interface LedgerRows {
  put(entry: LedgerEntry): Promise<void>;
  get(id: string): Promise<LedgerEntry | undefined>;
  /** Entries of runs that live, or that ended and that the person has not put away yet; newest first. */
  unacknowledged(): Promise<LedgerEntry[]>;
  acknowledge(id: string): Promise<void>;
  /** Every run of a connection, newest first. */
  of(connectionId: string): Promise<LedgerEntry[]>;
}

/** The same, where no row is lost: what the database refuses waits elsewhere, and is read as if it were saved. */
export interface Ledger extends LedgerRows {
  /** Gives the database what it refused before. */
  catchUp(): Promise<void>;
}

/** A row that the database refused. */
export interface UnsavedRow {
  entry: LedgerEntry;
  /** The user has dismissed it since. */
  putAway?: true;
}

/** Rows that the database refused, in a storage that outlives the browser. */
export interface UnsavedRows {
  all(): Promise<UnsavedRow[]>;
  put(row: UnsavedRow): Promise<void>;
  remove(id: string): Promise<void>;
}

/**
 * Answers that pages wrote down when they were left: a message from a page that goes does not wake a stopped worker
 * (Chromium 156), a write to the storage does. Nothing in them is a secret.
 */
export interface PendingAnswers {
  /** `at`: when it came, UTC instant in ms; absent where that is not known. */
  all(): Promise<{ id: string; answer: Answer; at?: number | undefined }[]>;
  /** Writes an answer down that could not be taken in. */
  put(id: string, pending: { answer: Answer; at: number }): Promise<void>;
  remove(id: string): Promise<void>;
}
