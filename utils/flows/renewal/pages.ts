import { sameAccount } from '../../domain/account/grant.ts';
import { type Address, readAddress } from '../../domain/address/address.ts';
import type { ConsentStep } from '../../domain/address/consent-url.ts';
import type { MarketplaceId } from '../../domain/marketplaces/definition/schema.ts';
import { marketplaceById } from '../../domain/marketplaces/index.ts';
import { accountInAddress, userInCookies } from '../../domain/run/page/account-hint.ts';
import { httpError } from '../../domain/run/page/http-error.ts';
import { scrapedName } from '../../domain/run/page/scraped.ts';
import { type Run, type RunProgress, withoutSecrets } from '../../domain/run/run.ts';
import { isPrivate } from '../../domain/session/private.ts';
import { planFor } from '../engine/effects/clean.ts';
import type { Runs } from '../engine/runs.ts';
import { isAllowed } from '../guard/allowed.ts';
import { followed } from '../guard/followed.ts';
import { noteStop } from '../guard/note-stop.ts';
import type { Ports } from '../ports/ports.ts';
import { runView } from '../reading/overview.ts';
import type { OverlayView } from '../reading/views.ts';
import type { PageFacts } from './page-facts.ts';

export type PageAnswer =
  /** The page must not be used: the tab is on its way to the guard. */
  | { is: 'stopped' }
  /** The page belongs to no run. */
  | { is: 'alone' }
  | { is: 'accompanied'; view: OverlayView; folded: boolean };

/** An error ends the run at once where only the software's maker can fix it. */
function endsRun(marketplace: MarketplaceId, code: string | undefined): boolean {
  const known = marketplaceById(marketplace).errors.find((each) => each.code === code);
  return known?.fixedBy[0] === 'vendor';
}

const LOOKED_FOR_USER: readonly ConsentStep[] = ['sign-in', 'authorise', 'consent'];

/** Follows the pages of the marketplaces: the guard's last line, and what the overlay shows. */
export function createPages(ports: Ports, runs: Runs) {
  const { tabs, clock, jars } = ports;

  /** Whom the cookies of a page's host name; what cannot be read names nobody. */
  async function userAt(run: Run, step: ConsentStep, url: string): Promise<string | undefined> {
    if (!LOOKED_FOR_USER.includes(step) || !marketplaceById(run.marketplace).accountCookie) return undefined;
    const host = URL.parse(url)?.hostname ?? '';
    const cookies = await jars.read(planFor(run.marketplace, run.site), run.jar).catch(() => []);
    return userInCookies(run.marketplace, host, cookies);
  }

  async function viewOf(run: Run): Promise<PageAnswer> {
    const view = await runView(ports, withoutSecrets(run));
    if (!view.connection && !isPrivate(run)) return { is: 'alone' };
    return { is: 'accompanied', view, folded: await ports.overlay.folded() };
  }

  /**
   * What a page of a marketplace shows. It can say so when it is long left: nothing but the run learns from it.
   *
   * @param arrived The page is new: what the one before showed is over.
   */
  async function seenAt(
    tabId: number,
    { url, page }: Address,
    facts: PageFacts,
    arrived?: true,
  ): Promise<PageAnswer> {
    const run = (await runs.living()).find((each) => each.tabId === tabId && each.phase === 'consenting');
    if (!run || page.step === 'none' || page.step === 'callback') return { is: 'alone' };
    if (page.marketplace !== run.marketplace) return { is: 'alone' };
    const errorCode =
      page.step === 'error' ? (page.code ?? facts.errorCode ?? 'unknown_error') : facts.errorCode;
    const consent = page.step === 'consent' || page.step === 'authorise';
    const lostApp = page.step === 'consent' && page.ask === undefined;
    const cookieUser = await userAt(run, page.step, url);
    // Two that contradict each other name nobody.
    // A picker names no account: what its header and its address show is who was active so far.
    const named: PageFacts = page.step === 'picker' ? {} : facts;
    const label = named.label && scrapedName(named.label);
    const inAddress = page.step === 'picker' ? undefined : accountInAddress(page.marketplace, url);
    const onPage = (named.user && scrapedName(named.user)) || inAddress;
    const user = onPage ?? cookieUser;
    // An e-mail address that was typed and a user name in a cookie cannot be compared.
    const agreed =
      cookieUser === undefined || user === undefined || user.includes('@') || sameAccount(user, cookieUser);
    const progress: RunProgress = {
      step: errorCode === undefined ? page.step : 'error',
      lostApp,
      ...(page.step === 'sign-in' && page.checks && { checks: true }),
      ...(page.step === 'sign-in' && { signInSeen: true }),
      ...(consent && errorCode === undefined && { consentSeen: true }),
      ...(!arrived && { read: true }),
      ...(label && { label }),
      user: agreed ? user : undefined,
      ...(facts.boxTicked !== undefined && { boxTicked: facts.boxTicked }),
      otherPrefilled: facts.otherPrefilled === true,
      ...(facts.overlay && { overlay: facts.overlay }),
      ...(errorCode !== undefined && { errorCode }),
    };
    // The error of a page that lost the program is that: the program's own address still stands.
    const ends = !lostApp && endsRun(page.marketplace, errorCode);
    await runs.dispatch(run.id, {
      type: 'page',
      progress,
      ...(arrived && { arrived }),
      ...(ends && { endsWith: `error:${errorCode}` as const }),
      at: clock.now(),
    });
    const now = (await runs.all()).find(({ id }) => id === run.id);
    return viewOf(now ?? run);
  }

  /** Whether a page may stand in a tab; one that may not is taken to the guard. */
  async function letsStand(tabId: number, address: Address): Promise<boolean> {
    const { request } = address;
    if (!request || (await isAllowed(ports, runs, address, tabId))) return true;
    await noteStop(ports, tabId, request);
    await tabs.toGuard(tabId);
    return false;
  }

  return {
    /**
     * The account was switched in a session. A page of the consent that stands open there still shows the one before;
     * in the run's own tab the picker does the same, and the page after it is read anew.
     */
    async switched(marketplace: MarketplaceId, jar: string): Promise<void> {
      for (const run of await runs.living()) {
        const { step } = run.progress;
        const stands = step === 'consent' || step === 'authorise' || step === 'appstore-confirm';
        if (run.marketplace !== marketplace || run.jar !== jar || run.phase !== 'consenting' || !stands)
          continue;
        await runs.dispatch(run.id, { type: 'page', progress: { switched: true }, at: clock.now() });
      }
    },

    /**
     * Whether the page that a tab has arrived at may be shown: from memory alone, as nothing can be seen of it before.
     * Where it asks for a grant that nobody let through (a page's own worker answered without a request, the browser
     * started with it before the guard stood), the tab is taken to the guard.
     */
    allowed: (tabId: number, url: string): Promise<boolean> => letsStand(tabId, readAddress(url)),

    /** A tab has arrived at a page of a marketplace. One that may not be shown is taken to the guard here as well. */
    async arrived(tabId: number, url: string): Promise<PageAnswer> {
      const address = readAddress(url);
      if (!(await letsStand(tabId, address))) return { is: 'stopped' };
      await followed(ports, runs, address, tabId);
      return seenAt(tabId, address, {}, true);
    },
    /** What the page in a tab shows by now. */
    seen: (tabId: number, url: string, facts: PageFacts): Promise<PageAnswer> =>
      seenAt(tabId, readAddress(url), facts),

    /**
     * The server answered a tab's request with an error: of the run's own document it ends the run, also where the page
     * cannot be read (Firefox shows JSON in a viewer of its own).
     *
     * @param status The HTTP status.
     */
    async refused(tabId: number, url: string, status: number): Promise<void> {
      const code = httpError(status);
      const { page, request } = readAddress(url);
      const run = (await runs.living()).find((each) => each.tabId === tabId && each.phase === 'consenting');
      if (!run || !code || page.step === 'none' || page.step === 'callback') return;
      if (page.marketplace !== run.marketplace || !(page.step === 'error' || request)) return;
      await runs.dispatch(run.id, { type: 'error', code, at: clock.now() });
    },
  };
}
