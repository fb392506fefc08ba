import type { BolAccount } from '../accounts.ts';
import type { Clock } from '../core/clock.ts';
import { createOneTimeCodes, type OneTimeCodes } from '../core/one-time.ts';

interface BolCode {
  readonly applicationId: string;
  readonly account: BolAccount;
}

export interface BolState {
  /** Who is signed in, by the value of the `XSC` cookie. */
  readonly logins: Map<string, BolAccount>;
  readonly codes: OneTimeCodes<BolCode>;
}

export function createBolState(clock: Clock): BolState {
  return { logins: new Map(), codes: createOneTimeCodes(clock) };
}
