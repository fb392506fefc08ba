import type { Remaining, Urgency } from './expiry.ts';
import { urgencyOf } from './expiry.ts';
import type { ConnectionState } from './state.ts';

/** What needs the user, apart from dates. */
export type Attention =
  | 'guard'
  | 'database'
  | 'wrong-account'
  | 'unfinished'
  | 'reported'
  | 'unconfirmed'
  | 'to-finish';

/** What the badge says; its title puts the same into words. */
export interface Badge {
  /** At most three characters, the most that Firefox shows. */
  text: string;
  urgency: Urgency;
  /** Days to the soonest end, where there is one. */
  days?: number;
  attention?: Attention;
}

/**
 * Badge colours by urgency: [background, text], each pair with a contrast above 4.5:1. The nearer the end, the darker,
 * so that they can be told apart without seeing their hues.
 */
export const BADGE_COLORS: Record<Urgency, [string, string]> = {
  unknown: ['#e5e7eb', '#1c1917'],
  calm: ['#a5e3ee', '#1c1917'],
  soon: ['#dd9a0a', '#1c1917'],
  urgent: ['#c2410c', '#ffffff'],
  expired: ['#6b1414', '#ffffff'],
};

const BY_URGENCY: Attention[] = [
  'guard',
  'database',
  'wrong-account',
  'unfinished',
  'reported',
  'unconfirmed',
  'to-finish',
];

/** With these the date is true, and nothing may look calm. */
const OPEN: ReadonlySet<Attention> = new Set(['unconfirmed', 'to-finish']);

/** What a connection's state asks of the user; undefined where its date alone counts. */
export function attentionOf(state: ConnectionState): Attention | undefined {
  if (state === 'stopped-working' || state === 'asked-again') return 'reported';
  return BY_URGENCY.find((each) => each === state);
}

/**
 * The badge for everything that is known: the soonest end, or `!` where something is expired or needs the user at once.
 * While an account is to be confirmed, or steps are open, the number is not calm.
 *
 * @param remaining What remains of each connection that has a grant.
 */
export function badgeOf(
  remaining: readonly Pick<Remaining, 'days' | 'ended'>[],
  all: readonly Attention[],
): Badge {
  const [soonest] = [...remaining].sort((a, b) => Number(b.ended) - Number(a.ended) || a.days - b.days);
  const attention = BY_URGENCY.find((each) => all.includes(each));
  const urgency = urgencyOf(soonest);
  const days = soonest && { days: soonest.days };
  if (attention && !OPEN.has(attention)) return { text: '!', urgency: 'expired', attention, ...days };
  if (soonest?.ended) return { text: '!', urgency, ...days };
  const text = soonest ? String(Math.min(soonest.days, 999)) : '';
  if (!attention) return { text, urgency, ...days };
  return { text: text || '?', urgency: urgency === 'urgent' ? urgency : 'soon', attention, ...days };
}
