import { type Remaining, urgencyOf } from '@/utils/domain/due/expiry.ts';
import { lifetimeOf } from '@/utils/domain/marketplaces/index.ts';
import './days.css';

const DAY = 24 * 60 * 60 * 1000;

/** How much of an authorisation's life is left, as a picture beside the words that say it. */
export function DaysBar({ remaining }: { remaining: Remaining | undefined }) {
  const whole = remaining ? lifetimeOf(remaining.kind) / DAY : 1;
  const left = remaining && !remaining.ended ? Math.min(1, Math.max(0, remaining.days / whole)) : 0;
  return (
    <span class={`days-bar ${urgencyOf(remaining)}`} aria-hidden="true">
      <span style={{ width: `${(left * 100).toFixed(1)}%` }} />
    </span>
  );
}
