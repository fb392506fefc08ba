/** A stored row that nothing can be done with but to save and to remove it. */
export interface UnreadableRow {
  table: string;
  /** Its key, as text. */
  key: string;
  /** What it calls itself, where that can be read. */
  name?: string;
  /** As it is stored, as far as that can be put into text; absent where the browser itself cannot read it. */
  raw?: string;
}

/** Rows that are damaged: left out of all other answers. */
export interface UnreadableRows {
  /** How many the last reads have left out; costs nothing. */
  known(): number;
  /** All of them, by a read of every table. */
  all(): Promise<UnreadableRow[]>;
  /** Removes one for good, a connection with all that belongs to it. A row that can be read is left alone. */
  remove(table: string, key: string): Promise<void>;
}
