import { randomBytes } from 'node:crypto';

/** Everything that must never be found in what the product keeps, logs or exports. */
export interface Secrets {
  /** Every value ever issued, in each spelling in which it goes over the wire. */
  readonly all: Set<string>;
  /** A new random value, URL-safe behind its prefix, recorded. */
  issue(prefix: string): string;
  /** Records a value that was built around a random part, and its URL-encoded spelling. */
  keep(value: string): string;
}

export function createSecrets(): Secrets {
  const all = new Set<string>();
  const keep = (value: string): string => {
    all.add(value);
    all.add(encodeURIComponent(value));
    return value;
  };
  return { all, keep, issue: (prefix) => keep(prefix + randomBytes(15).toString('base64url')) };
}
