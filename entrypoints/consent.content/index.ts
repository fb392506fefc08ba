import { createShadowRootUi } from 'wxt/utils/content-script-ui/shadow-root';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { classifyUrl, isGuarded } from '@/utils/domain/address/consent-url.ts';
import { contentMatches } from '@/utils/domain/address/host-patterns.ts';
import type { PageAnswer } from '@/utils/flows/renewal/pages.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { stopIfServedByWorker, veil } from './backstop.ts';
import { watchHandoff } from './handoff.ts';
import { accompany } from './overlay.tsx';

/** How often an unanswered page asks again, and after which pause: ms. */
const TRIES = 5;
const PAUSE = 300;

/** Tells that this page was reached. Undefined where the extension itself is gone: updated, or switched off. */
async function arrived(): Promise<PageAnswer | undefined> {
  for (let left = TRIES; left > 0; left -= 1) {
    const answer = await sendMessage('page/arrived').catch(() => undefined);
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return undefined;
}

/**
 * On the marketplaces' pages: the guard's last line, the watch for the way to a callback, and the overlay. Silent on
 * every page that is no step of a consent; it presses nothing and sends the page nothing.
 */
export default defineContentScript({
  matches: contentMatches(),
  runAt: 'document_start',
  async main(ctx) {
    watchHandoff(ctx);
    const page = classifyUrl(location.href);
    if (page.step === 'none' || page.step === 'callback') return;
    const lift = isGuarded(page) ? veil() : () => {};
    const resume = isGuarded(page) ? stopIfServedByWorker() : undefined;
    ctx.addEventListener(window, 'pageshow', (event) => {
      // Out of the back/forward cache nothing runs anew: the run may have ended meanwhile.
      if (event.persisted) void sendMessage('page/arrived');
    });
    const answer = await arrived();
    if (answer?.is === 'stopped') return;
    if (resume) return resume();
    lift();
    if (answer?.is !== 'accompanied') return;
    await accompany(ctx, answer, (options) => createShadowRootUi(ctx, options));
  },
});
