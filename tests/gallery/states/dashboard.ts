import type { Settings } from '@/utils/domain/settings/settings.ts';
import type { ConnectionView } from '@/utils/flows/reading/views.ts';
import { alpenglueck, ebayShop, grantFor, listedOf, longNamed, many, viewOf } from '../data/connections.ts';
import type { State, States } from '../state.ts';

const settings = (on: boolean, more: Partial<Settings> = {}): Settings => ({
  reminders: { on, ladder: [30, 21, 14, 7, 3, 1, 0, -1] },
  sync: { on: false, accountIds: false },
  ...more,
});

const list = (views: readonly ConnectionView[], set = settings(true, { welcomed: true })): State => ({
  answers: {
    'dashboard/list': views.map(listedOf),
    settings: set,
    obstacles: { obstacles: [] },
    'connections/removed': [],
  },
});

export const dashboardStates: States = {
  first: list([], settings(false)),
  few: list([viewOf(alpenglueck, 5), viewOf(ebayShop, 200), viewOf(longNamed, 341)]),
  'reminders-offered': list([viewOf(alpenglueck, 20)], settings(false)),
  'reminders-off': list([viewOf(alpenglueck, 20)], settings(false, { welcomed: true })),
  fifty: list(many(50)),
  'five-thousand': list(many(5000)),
  'wrong-account': list([
    viewOf(alpenglueck, 300, { quarantined: grantFor(alpenglueck, { verdict: 'other' }) }),
    viewOf(longNamed, 341),
  ]),
};
