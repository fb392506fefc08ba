import { defineContentScript } from 'wxt/utils/define-content-script';
import { readAddress } from '@/utils/domain/address/address.ts';
import { contentMatches } from '@/utils/domain/address/host-patterns.ts';
import { builtIn } from '@/utils/domain/marketplaces/index.ts';
import type { PageAnswer } from '@/utils/flows/renewal/pages.ts';
import { sendMessage, unawaited } from '@/utils/messages/send.ts';
import { type Accompany, laidReady } from '../card/handover.ts';
import { answered } from './answered.ts';
import { stopIfServedByWorker, veil } from './backstop.ts';
import { watchHandoff } from './handoff.ts';

const mayStand = (): Promise<boolean | undefined> => answered(() => sendMessage('page/allowed'));
const arrived = (): Promise<PageAnswer | undefined> => answered(() => sendMessage('page/arrived'));
/** The card, which the background lays ready in this document: also where it ends before it can say so. */
const card = (): Promise<Accompany | undefined> =>
  answered(async () => {
    await sendMessage('page/card').catch(() => undefined);
    return laidReady();
  });

/**
 * On the marketplaces' pages: the guard's last line, the watch for the way to a callback, and the card where a run
 * is on. Silent on every page that is no step of a consent; it presses nothing and sends the page nothing.
 */
export default defineContentScript({
  // Into the pages of the others it is put once they may be seen.
  matches: contentMatches(builtIn),
  runAt: 'document_start',
  async main(ctx) {
    watchHandoff(ctx);
    const { page, request } = readAddress(location.href);
    if (!request && (page.step === 'none' || page.step === 'callback')) return;
    const veiled = request && veil();
    const resume = request && stopIfServedByWorker();
    ctx.addEventListener(window, 'pageshow', (event) => {
      // Out of the back/forward cache nothing runs anew: the run may have ended meanwhile.
      if (event.persisted) unawaited(sendMessage('page/arrived'));
    });
    if (veiled) {
      let allowed = await mayStand();
      // Nobody answers because the extension is gone (updated, or switched off), or because something is wrong with it.
      while (allowed === undefined && !ctx.isInvalid) {
        await veiled.stuck();
        allowed = await mayStand();
      }
      if (allowed === false) return;
      if (resume) return resume();
      veiled.lift();
    }
    const answer = await arrived();
    if (answer?.is !== 'accompanied') return;
    const accompany = await card();
    // The extension may have gone meanwhile: a card that nobody keeps true would stay.
    if (ctx.isValid) await accompany?.(ctx, answer);
  },
});
