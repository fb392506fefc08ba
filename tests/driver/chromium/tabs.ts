import type { CDPSession, Browser as Puppeteer, Page as PuppeteerPage, Target } from 'puppeteer-core';
import { DrivenPage } from '../driven-page.ts';
import type { Viewport } from '../types.ts';
import { within } from '../wait.ts';
import { ChromiumSurface } from './surface.ts';

/** Milliseconds until a page that does not answer is taken for one that closes at this moment. */
const MEETING = 5_000;

/** A page with what the protocol knows of it. */
export interface Tab {
  page: DrivenPage;
  puppeteerPage: PuppeteerPage;
  session: CDPSession;
  targetId: string;
  isPrivate: boolean;
}

/** The open pages of one run of Chromium, each made once so that its dialogs and its viewport stay known. */
export class Tabs {
  readonly #browser: Puppeteer;
  readonly #viewport: Viewport | undefined;
  readonly #popup: string;
  readonly #known = new Map<Target, Promise<Tab>>();
  #defaultContext: string | undefined;

  /** @param popup path of the action pop-up, which has the size of its content */
  constructor(browser: Puppeteer, viewport: Viewport | undefined, popup: string) {
    this.#browser = browser;
    this.#viewport = viewport;
    this.#popup = popup;
  }

  async open(): Promise<Tab[]> {
    const targets = this.#browser.targets().filter((target) => target.type() === 'page');
    for (const known of this.#known.keys()) {
      if (!targets.includes(known)) this.#known.delete(known);
    }
    const tabs = targets.map(async (target) => {
      const tab = this.#known.get(target) ?? within('a page', MEETING, this.#meet(target));
      this.#known.set(target, tab);
      return tab.catch(() => {
        this.#known.delete(target);
        return undefined;
      });
    });
    return (await Promise.all(tabs)).filter((tab) => tab !== undefined);
  }

  async #meet(target: Target): Promise<Tab> {
    const puppeteerPage = await target.asPage();
    const session = await target.createCDPSession();
    await session.send('Page.enable');
    const { targetInfo } = await session.send('Target.getTargetInfo');
    this.#defaultContext ??= targetInfo.browserContextId;
    const page = new DrivenPage(new ChromiumSurface(puppeteerPage, session));
    const isPopup = this.#popup !== '' && target.url().endsWith(`/${this.#popup}`);
    if (this.#viewport !== undefined && !isPopup) await page.setViewport(this.#viewport);
    return {
      page,
      puppeteerPage,
      session,
      targetId: targetInfo.targetId,
      isPrivate: targetInfo.browserContextId !== this.#defaultContext,
    };
  }
}
