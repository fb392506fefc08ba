import { i18n } from '#i18n';
import { countsOf, type Listed, type ListedState } from '@/utils/domain/due/listing.ts';
import { stateName } from '@/utils/texts/list.ts';
import { locale } from '@/utils/texts/names.ts';

/** What a manager wants to know first, the most pressing first. */
const STATES = [
  ['account', 'bad'],
  ['expired', 'bad'],
  ['urgent', 'bad'],
  ['soon', 'warn'],
  ['calm', 'good'],
  ['unknown', 'plain'],
] as const satisfies (readonly [ListedState, string])[];

interface SummaryProps {
  all: readonly Listed[];
  chosen: ListedState | undefined;
  onChoose: (state: ListedState | undefined) => void;
}

/** How many end in the next 30 days, and how all of them stand; each number narrows the list to its own. */
export function Summary({ all, chosen, onChoose }: SummaryProps) {
  const counts = countsOf(all);
  return (
    <section class="stack tight" aria-labelledby="next">
      <h2 id="next">{i18n.t('list.next', counts.urgent + counts.soon)}</h2>
      <ul class="row">
        {STATES.filter(([state]) => counts[state] > 0).map(([state, tone]) => (
          <li key={state}>
            <button
              type="button"
              class={`chip ${tone}`}
              aria-pressed={chosen === state}
              onClick={() => onChoose(chosen === state ? undefined : state)}
            >
              {stateName(state)} <strong>{counts[state].toLocaleString(locale())}</strong>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
