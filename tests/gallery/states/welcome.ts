import type { Settings } from '@/utils/domain/settings/settings.ts';
import type { ConnectionView } from '@/utils/flows/reading/views.ts';
import { alpenglueck, ebayShop, listedOf, longNamed, many, viewOf } from '../data/connections.ts';
import type { State, States } from '../state.ts';

const settings = (on: boolean): Settings => ({
  reminders: { on, ladder: [30, 21, 14, 7, 3, 1, 0, -1] },
  sync: { on: false, accountIds: false },
});

const standing = (views: readonly ConnectionView[], on: boolean, pinned?: boolean): State => ({
  answers: { 'dashboard/list': views.map(listedOf), settings: settings(on) },
  ...(pinned !== undefined && { pinned }),
});

export const welcomeStates: States = {
  first: standing([], false, false),
  'pinning-untold': standing([], false),
  added: standing([viewOf(alpenglueck, 5), viewOf(ebayShop), viewOf(longNamed, 341)], false, true),
  'all-done': standing(many(50), true, true),
};
