import type { Clock } from './clock.ts';

export type RedeemProblem = 'code-unknown' | 'code-expired' | 'code-used';

export type Redeemed<T> = { ok: true; value: T } | { ok: false; reason: RedeemProblem };

/** Codes that live for a while and can be redeemed once. */
export interface OneTimeCodes<T> {
  /** @param lifetime milliseconds, by the simulator's clock */
  add(code: string, value: T, lifetime: number): string;
  /** What a code stands for, used or not, expired or not. */
  peek(code: string): T | undefined;
  redeem(code: string): Redeemed<T>;
}

export function createOneTimeCodes<T>(clock: Clock): OneTimeCodes<T> {
  const codes = new Map<string, { value: T; until: number; used: boolean }>();
  return {
    add: (code, value, lifetime) => {
      codes.set(code, { value, until: clock.now() + lifetime, used: false });
      return code;
    },
    peek: (code) => codes.get(code)?.value,
    redeem: (code) => {
      const entry = codes.get(code);
      if (!entry) return { ok: false, reason: 'code-unknown' };
      if (entry.used) return { ok: false, reason: 'code-used' };
      if (clock.now() > entry.until) return { ok: false, reason: 'code-expired' };
      entry.used = true;
      return { ok: true, value: entry.value };
    },
  };
}
