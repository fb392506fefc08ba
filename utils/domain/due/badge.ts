import type { Remaining, Urgency } from './expiry.ts';
import { urgencyOf } from './expiry.ts';

/** Why a connection needs the person, apart from its date. */
export type Attention = 'guard' | 'database' | 'wrong-account' | 'unfinished' | 'reported';

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

const BY_URGENCY: Attention[] = ['guard', 'database', 'wrong-account', 'unfinished', 'reported'];

/**
 * The badge for everything that is known: the soonest end, or `!` where something is expired or needs the person.
 *
 * @param remaining What remains of each connection that has a grant.
 */
export function badgeOf(remaining: readonly Remaining[], all: readonly Attention[]): Badge {
  const [soonest] = [...remaining].sort((a, b) => Number(b.ended) - Number(a.ended) || a.days - b.days);
  const attention = BY_URGENCY.find((each) => all.includes(each));
  const urgency = urgencyOf(soonest);
  const days = soonest && { days: soonest.days };
  if (attention) return { text: '!', urgency: 'expired', attention, ...days };
  if (!soonest) return { text: '', urgency };
  if (soonest.ended) return { text: '!', urgency, ...days };
  return { text: String(Math.min(soonest.days, 999)), urgency, ...days };
}
