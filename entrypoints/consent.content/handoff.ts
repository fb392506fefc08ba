import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { type Answer, answerOf, returnedTo } from '@/utils/domain/address/answer/answer.ts';
import { PENDING_ANSWER, type TimedAnswer } from '@/utils/domain/address/answer/pending.ts';
import { sendMessage, unawaited } from '@/utils/messages/send.ts';
import { browser } from '@/utils/platform/browser.ts';

/** What the Navigation API tells of a navigation. */
interface Leaving extends Event {
  destination: { url: string };
  formData: FormData | null;
}

function formEntries(data: FormData | null): [string, string][] {
  return [...(data ?? [])].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
}

/**
 * Tells the background by a message, which comes with its tab, and by a pending answer, which arrives even where the page is
 * gone before a stopped worker has wakened. Of a private window nothing is written down.
 */
function tell(answer: Answer): void {
  if (browser.extension.inIncognitoContext) {
    unawaited(sendMessage('page/left', { answer }));
    return;
  }
  const pendingId = crypto.randomUUID();
  void browser.storage.local.set({
    [PENDING_ANSWER + pendingId]: { ...answer, at: Date.now() } satisfies TimedAnswer,
  });
  unawaited(sendMessage('page/left', { answer, pendingId }));
}

/**
 * Sees the browser leave for a callback by script, link, refresh or form: all that is no redirect.
 *
 * The storage is asked for something beforehand: a page's first use of it takes Firefox several turns, in which a
 * page that is left loses the pending answer (measured on Firefox 153).
 */
export function watchHandoff(ctx: ContentScriptContext): void {
  if (!('navigation' in window)) return;
  if (!browser.extension.inIncognitoContext) void browser.storage.local.get(PENDING_ANSWER);
  ctx.addEventListener(window.navigation as unknown as EventTarget, 'navigate', (event) => {
    const { destination, formData } = event as Leaving;
    const answer = answerOf(location.href, destination.url, formEntries(formData));
    const { host } = returnedTo(location.href, destination.url) ?? {};
    if (answer) tell(answer);
    else if (host) unawaited(sendMessage('page/returned', { host }));
  });
}
