import { sendMessage, unawaited } from '@/utils/messages/send.ts';

/**
 * Asks for an address in the jar of this tab. The browser puts the tab's cookies to it, tells the background, and opens
 * nothing: its port is one to which no browser connects.
 */
export function Look({ address }: { address: string }) {
  return (
    <iframe hidden title="Grantkeeper" src={address} onLoad={() => unawaited(sendMessage('guard/looked'))} />
  );
}
