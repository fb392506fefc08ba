import type { Item } from '../../domain/sync/item.ts';
import type { Reconciled, Replica } from '../../domain/sync/reconcile.ts';

/** The browser's own sync between machines. */

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

/** The result of a comparison with the sync. */
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
