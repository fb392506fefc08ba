import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { classifyUrl, placeOfHost } from '@/utils/domain/consent-url.ts';
import { sendMessage } from '@/utils/messages.ts';

/** What the Navigation API tells of a navigation; TypeScript's library knows it, older engines do not have it. */
interface Leaving extends Event {
  destination: { url: string };
  formData: FormData | null;
}

function formEntries(data: FormData | null): [string, string][] {
  return [...(data ?? [])].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
}

/**
 * Sees the browser leave for a callback by script, link, refresh or form: all that is no redirect. The code is not
 * taken out of the address; what is sent on is the account, the kind and the state.
 */
export function watchHandoff(ctx: ContentScriptContext): void {
  const from = placeOfHost(location.hostname)?.marketplace.id;
  if (!from || !('navigation' in window)) return;
  ctx.addEventListener(window.navigation as unknown as EventTarget, 'navigate', (event) => {
    const { destination, formData } = event as Leaving;
    const callback = classifyUrl(destination.url, { from, form: formEntries(formData) });
    if (callback.step === 'callback') void sendMessage('page/left', callback);
  });
}
