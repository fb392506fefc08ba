import type { Obstacle } from '../domain/session/obstacle.ts';
import { askForHosts } from '../platform/guard/permissions.ts';
import { sendMessage } from './send.ts';

/** What the button of an obstacle does in every page of ours. To be called first thing in a click's handler. */
export function fix(obstacle: Obstacle): Promise<void> {
  return obstacle.kind === 'hosts' || obstacle.kind === 'unwatched'
    ? askForHosts(obstacle.domains)
    : sendMessage('doctor/again');
}
