import { i18n } from '#i18n';
import type { ListedState } from '../domain/due/listing.ts';

const STATES = {
  account: 'list.stateAccount',
  expired: 'list.stateExpired',
  urgent: 'list.stateUrgent',
  soon: 'list.stateSoon',
  calm: 'list.stateCalm',
  unknown: 'list.stateUnknown',
  muted: 'list.stateMuted',
  archived: 'list.stateArchived',
} as const satisfies Record<ListedState, string>;

/** A state by which a list is narrowed. */
export function stateName(state: ListedState): string {
  return i18n.t(STATES[state]);
}
