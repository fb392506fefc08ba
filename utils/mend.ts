import type { Finding } from './domain/finding.ts';
import { sendMessage } from './messages.ts';
import { askForHosts } from './platform/permissions.ts';

/** What the button of a finding does in every page of ours. To be called first thing in a click's handler. */
export function mend(finding: Finding): Promise<void> {
  return finding.kind === 'hosts' ? askForHosts(finding.domains) : sendMessage('doctor/again');
}
