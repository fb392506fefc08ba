import { i18n } from '#i18n';
import type { Proof } from '../../domain/run/proof.ts';
import { receiptSummary } from './receipt.ts';

type Verdict = Proof['grants'][number]['verdict'];

const KNOWN = {
  match: 'proof.match',
  first: 'proof.first',
  unverified: 'proof.unverified',
  entered: 'proof.entered',
} as const satisfies Record<Verdict, string>;

/** How it is known that a permission was given, and for whom. */
export function knownText({ verdict }: { verdict: Verdict }, marketplace: string): string {
  return i18n.t(KNOWN[verdict], [marketplace]);
}

/** What was cleared, in a sentence that says too where something was left. */
export function clearedText(cleared: NonNullable<Proof['cleared']>): string {
  return cleared.clean ? receiptSummary(cleared) : i18n.t('proof.left');
}
