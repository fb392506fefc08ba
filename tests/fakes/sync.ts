/**
 * The browser's sync as it is on one machine: with the limits that the browsers keep (Chrome's and Mozilla's
 * documentation of `storage.sync`; checked 2026-11-21), and a server behind it to which it gives whole keys.
 */
export class FakeSync {
  #here = new Map<string, string>();
  #unsent = new Set<string>();
  #writes: number[] = [];
  /** Calls that wrote, for the tests that count them. */
  calls = 0;
  /** The machine has no network: it is kept here and sent later. */
  offline = false;

  all(): Record<string, unknown> {
    return Object.fromEntries([...this.#here].map(([key, text]) => [key, JSON.parse(text)]));
  }

  set(items: Record<string, unknown>, now: number): void {
    this.#count(now);
    const next = new Map(this.#here);
    for (const [key, value] of Object.entries(items)) {
      const text = JSON.stringify(value);
      if (key.length + text.length > 8192) throw new Error('QUOTA_BYTES_PER_ITEM quota exceeded');
      next.set(key, text);
    }
    if (next.size > 512) throw new Error('MAX_ITEMS quota exceeded');
    const bytes = [...next].reduce((sum, [key, text]) => sum + Buffer.byteLength(key + text), 0);
    if (bytes > 102_400) throw new Error('QUOTA_BYTES quota exceeded');
    this.#here = next;
    for (const key of Object.keys(items)) this.#unsent.add(key);
  }

  remove(keys: readonly string[], now: number): void {
    this.#count(now);
    for (const key of keys) {
      this.#here.delete(key);
      this.#unsent.add(key);
    }
  }

  #count(now: number): void {
    const within = (ms: number): number => this.#writes.filter((at) => at > now - ms).length;
    if (within(60_000) >= 120) throw new Error('MAX_WRITE_OPERATIONS_PER_MINUTE');
    if (within(3_600_000) >= 1800) throw new Error('MAX_WRITE_OPERATIONS_PER_HOUR');
    this.#writes.push(now);
    this.calls += 1;
  }

  /** What the server and this machine tell each other; of two that wrote a key, the one that comes last wins. */
  exchange(server: Map<string, string>): void {
    if (this.offline) return;
    for (const key of this.#unsent) {
      const text = this.#here.get(key);
      if (text === undefined) server.delete(key);
      else server.set(key, text);
    }
    this.#unsent.clear();
    this.#here = new Map(server);
  }
}
