import { conditionOf } from '@/utils/domain/run/checklist/finishing.ts';
import { isAlive } from '@/utils/domain/run/run.ts';
import type { ConnectionView, Overview, RunView, SuggestionView } from '@/utils/flows/reading/views.ts';

/** What needs the seller, the most pressing first. */
const ORDER = ['run', 'wrong-account', 'confirm', 'ended', 'suggestion', 'finish'] as const;

/** Something that needs the seller: all of it that concerns one connection. */
export interface Need {
  /** The same for as long as something of this connection or renewal is needed. */
  id: string;
  kind: (typeof ORDER)[number];
  /** Absent where a renewal has no connection, or nothing of the connection itself is to be dealt with. */
  view?: ConnectionView;
  /** Its renewals: living ones, and ended ones that have not been put away. */
  runs: RunView[];
  suggestion?: SuggestionView;
}

function kindOf({ view, runs }: Pick<Need, 'view' | 'runs'>): Need['kind'] {
  if (runs.some(({ run }) => isAlive(run))) return 'run';
  if (view?.quarantined) return 'wrong-account';
  if (view?.unconfirmed) return 'confirm';
  return runs.length > 0 ? 'ended' : 'finish';
}

/** Whether a run says something that its connection's cards do not say. */
const isShown = ({ run }: RunView): boolean => isAlive(run) || run.result !== 'wrong-account';

/** All that needs the seller, by connection, the most pressing first. */
export function needsOf({ runs, attention, suggestions }: Overview): Need[] {
  const views = new Map(attention.map((view) => [view.connection.id, view]));
  const groups = new Map<string, RunView[]>();
  for (const each of runs.filter(isShown)) {
    const id = each.connection?.id ?? each.run.id;
    groups.set(id, [...(groups.get(id) ?? []), each]);
  }
  const ids = [...new Set([...groups.keys(), ...views.keys()])];
  const needs = ids.map((id): Need => {
    const view = views.get(id);
    const group = { runs: groups.get(id) ?? [], ...(view && { view }) };
    return { id, kind: kindOf(group), ...group };
  });
  for (const suggestion of suggestions) {
    needs.push({ id: suggestion.suggestion.id, kind: 'suggestion', runs: [], suggestion });
  }
  return needs.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** What comes before renewals that are due: those wait for weeks, and this for the user alone. */
export const beforeDue = ({ kind }: Need): boolean => ['run', 'wrong-account', 'confirm'].includes(kind);

/** Steps in the software can wait for days; everything else is shown as soon as the pop-up opens. */
export const isPressing = ({ kind }: Need): boolean => kind !== 'finish';

/** Whether steps in the software are still to be done, and no renewal lists them already. */
export const isToFinish = ({ kind, view }: Need): boolean =>
  kind !== 'run' && view !== undefined && conditionOf(view.connection) === 'to-finish';
