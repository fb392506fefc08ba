import { defineExtensionMessaging } from '@webext-core/messaging';
import type * as z from 'zod/mini';
// Types alone: scripts that send must stay without zod.
import type { protocol } from './protocol.ts';

type Messages = typeof protocol;
export type MessageType = keyof Messages;

/** What a message carries, as its sender writes it. */
type Payload<T extends MessageType> = z.input<Messages[T]['payload']>;
type Answer<T extends MessageType> = z.output<Messages[T]['answer']>;

/** Sends a message of `protocol.ts` to the background, and listens to it there. */
export const { sendMessage, onMessage } =
  defineExtensionMessaging<{
    [T in MessageType]: (payload: Payload<T>) => Answer<T>;
  }>();

/** For a message whose answer nobody waits for: where the background is gone, nobody has to hear of it. */
export function unawaited(sent: Promise<unknown>): void {
  sent.catch(() => undefined);
}
