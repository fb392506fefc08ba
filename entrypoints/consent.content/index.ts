import { createShadowRootUi } from 'wxt/utils/content-script-ui/shadow-root';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { classifyUrl, isGuarded } from '@/utils/domain/consent-url.ts';
import { contentMatches } from '@/utils/domain/host-patterns.ts';
import { sendMessage } from '@/utils/messages.ts';
import { stopIfServedByWorker, veil } from './backstop.ts';
import { watchHandoff } from './handoff.ts';
import { accompany } from './overlay.tsx';

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
      if (event.persisted) void sendMessage('page/reached');
    });
    const answer = await sendMessage('page/reached').catch(() => undefined);
    if (answer?.is === 'stopped') return;
    if (resume) return resume();
    lift();
    if (answer?.is !== 'accompanied') return;
    await accompany(ctx, answer.view, (options) => createShadowRootUi(ctx, options));
  },
});
