/** One thing that should be so, and how it is brought about. Can be repeated; changes nothing where it is so already. */
export interface Part {
  name: string;
  mend(): Promise<unknown>;
}

/** What should be and is not: it is tried again at the next change and the next wake. */
export interface Undone {
  part: string;
  error: unknown;
}

/** Does one part. One that fails keeps no other from being done. */
export type Attempt = (name: string, mend: () => Promise<unknown>) => Promise<void>;

export interface Upkeep {
  /** Something has changed: the parts are looked at, one after the other, and nobody has to wait for it. */
  changed(): void;
  /** Does these parts now, before those that a change has called for. Never rejects. */
  first(parts: readonly Part[]): Promise<void>;
  /** What could not be done when it was last tried. */
  undone(): Undone[];
  /** Once nothing is left to look at. */
  idle(): Promise<void>;
}

/**
 * Brings the world in line with what is kept: each part compares what should be with what is, and does what is missing.
 * However many changes come in one go, the parts are looked at once more.
 */
export function createUpkeep(parts: readonly Part[]): Upkeep {
  const failed = new Map<string, unknown>();
  let isDue = false;
  let working: Promise<void> | undefined;

  const attempt: Attempt = async (name, mend) => {
    try {
      await mend();
      failed.delete(name);
    } catch (error) {
      failed.set(name, error);
    }
  };

  async function work(): Promise<void> {
    while (isDue) {
      isDue = false;
      for (const { name, mend } of parts) await attempt(name, mend);
    }
    working = undefined;
  }

  return {
    changed() {
      isDue = true;
      // Behind what is being done now, so that several changes of one command are one.
      working ??= Promise.resolve().then(work);
    },
    async first(others) {
      for (const { name, mend } of others) await attempt(name, mend);
    },
    undone: () => [...failed].map(([part, error]) => ({ part, error })),
    async idle() {
      while (working) await working;
    },
  };
}
