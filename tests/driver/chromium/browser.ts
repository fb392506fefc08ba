import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession, Browser as Puppeteer } from 'puppeteer-core';
import type { ExtensionManifest } from '../manifest.ts';
import { dumpEverything } from '../storage-dump.ts';
import type { Badge, Browser, JarCookie, LaunchOptions, NewCookie, Page, WaitOptions } from '../types.ts';
import { until } from '../wait.ts';
import { openPopup, waitForContent, waitForPage, welcomed } from '../wait-for-page.ts';
import { ConsoleRecord } from './console.ts';
import { clearJars, type JarSessions, readJars, writeCookies } from './cookies.ts';
import { ExtensionPage } from './extension-page.ts';
import { type Organisation, startOrganisation } from './organisation.ts';
import { killChromium, startChromium } from './process.ts';
import { keepExtension, knowsExtension, prepareProfile } from './profile.ts';
import { type Tab, Tabs } from './tabs.ts';

/** An update that nothing holds back runs after 2 s (Chromium 156): ms after which one is known to wait. */
const INSTALLED_WITHIN = 6_000;

/** The part of Chromium's extension API that the driver itself uses. */
interface Api {
  chrome: {
    action: {
      getBadgeText(details: object): Promise<string>;
      getTitle(details: object): Promise<string>;
      getBadgeBackgroundColor(details: object): Promise<number[]>;
    };
    developerPrivate: {
      addHostPermission(id: string, pattern: string): Promise<void>;
      getExtensionInfo(id: string): Promise<{ version: string }>;
      updateExtensionConfiguration(update: object): Promise<void>;
    };
    runtime: { requestUpdateCheck(): Promise<{ status: string }> };
    notifications: { getAll(): Promise<object>; clear(id: string): Promise<boolean> };
    windows: { create(options: object): Promise<object | null> };
  };
}

/** What lasts from a start of the process to its end. */
interface Run {
  puppeteer: Puppeteer;
  /** The browser's own session. */
  session: CDPSession;
  tabs: Tabs;
  /** Where Chromium lists the extensions. */
  overview: ExtensionPage;
}

/** Chromium over the DevTools protocol. */
export class ChromiumBrowser implements Browser {
  readonly kind = 'chromium';
  readonly #profile: string;
  #options: LaunchOptions;
  readonly #manifest: ExtensionManifest | undefined;
  readonly #discard: () => Promise<void>;
  readonly #console = new ConsoleRecord();
  #started: Run | undefined;
  /** The tab that was left when all others were closed. */
  #blank: Page | undefined;
  #extensionPage: ExtensionPage | undefined;
  #organisation: Organisation | undefined;
  #version = '';
  #extensionId = '';

  /**
   * @param profile folder of a prepared profile
   * @param discard called after the browser has gone for good
   */
  constructor(
    profile: string,
    options: LaunchOptions,
    manifest: ExtensionManifest | undefined,
    discard: () => Promise<void>,
  ) {
    this.#profile = profile;
    this.#options = options;
    this.#manifest = manifest;
    this.#discard = discard;
  }

  get version(): string {
    return this.#version;
  }

  get extensionId(): string {
    return this.#extensionId;
  }

  get downloads(): string {
    return join(this.#profile, 'downloads');
  }

  /** Starts the process and installs the extension; once. */
  async launch(): Promise<void> {
    const { extension, packed } = this.#options;
    if (extension !== undefined && packed)
      this.#organisation = await startOrganisation(extension, join(this.#profile, 'organisation'));
    const { puppeteer } = await this.#start();
    this.#version = (await puppeteer.version()).replace(/^.*\//u, '');
    await this.#install();
  }

  async newTab(url?: string): Promise<Page> {
    const { targetId } = await this.#run.session.send('Target.createTarget', { url: url ?? 'about:blank' });
    const { page } = await this.#tab('the new tab', (tab) => tab.targetId === targetId);
    if (url !== undefined) await waitForContent(page);
    return page;
  }

  async pages(): Promise<Page[]> {
    return (await this.#run.tabs.open()).map(({ page }) => page);
  }

  async closePages(): Promise<void> {
    await this.#leaveBlank();
  }

  waitForPage(match: (url: string) => boolean, options?: WaitOptions): Promise<Page> {
    return waitForPage(this, match, options);
  }

  extensionUrl(path: string): string {
    return `chrome-extension://${this.#extensionId}/${path.replace(/^\//u, '')}`;
  }

  async popup(): Promise<Page> {
    const extension = (await this.#run.puppeteer.extensions()).get(this.#extensionId);
    const press = async (): Promise<void> => {
      const { page, puppeteerPage } = await this.#tab('a tab in front', (tab) =>
        tab.page.evaluate(() => document.visibilityState === 'visible'),
      );
      if (extension) await extension.triggerAction(puppeteerPage);
      else await this.#pressPacked(await page.url());
    };
    return openPopup(this, this.extensionUrl(this.#manifest?.popup ?? ''), press);
  }

  badge(): Promise<Badge> {
    return this.background(async () => {
      const { action } = (globalThis as unknown as Api).chrome;
      const [text, title, color] = await Promise.all([
        action.getBadgeText({}),
        action.getTitle({}),
        action.getBadgeBackgroundColor({}),
      ]);
      const hex = color.slice(0, 3).map((part) => part.toString(16).padStart(2, '0'));
      return { text, title, color: `#${hex.join('')}` };
    });
  }

  async pressShortcut(key: string): Promise<void> {
    throw new Error(`Chromium hears of ${key} from its own window alone.`);
  }

  async pin(): Promise<void> {
    await this.#run.overview.run(
      async (extensionId: string) => {
        const { chrome } = globalThis as unknown as Api;
        await chrome.developerPrivate.updateExtensionConfiguration({ extensionId, pinnedToToolbar: true });
      },
      [this.#extensionId],
    );
  }

  /** And the whole process of the extension with it, as where nobody looks at it. */
  async stopBackground(): Promise<void> {
    await this.#closeExtensionPage();
    await this.#console.readWorkers(this.#run.puppeteer);
    // An event that was under way may start it once more.
    await until('the worker to stop', async () => {
      const workers = await this.#workers();
      for (const targetId of workers) await this.#run.session.send('Target.closeTarget', { targetId });
      return workers.length === 0 ? true : undefined;
    });
  }

  async backgroundAlive(): Promise<boolean> {
    return (await this.#workers()).length > 0;
  }

  background<R, A extends unknown[]>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    this.#extensionPage ??= new ExtensionPage(this.#run.session, this.extensionUrl('manifest.json'));
    return this.#extensionPage.run(fn, args);
  }

  willAllow(pattern: string): Promise<void> {
    return this.#run.overview.run(
      (id: string, host: string) => {
        const { chrome } = globalThis as unknown as Api;
        return chrome.developerPrivate.addHostPermission(id, host);
      },
      [this.#extensionId, pattern],
    );
  }

  notifications(): Promise<string[]> {
    return this.background(async () => {
      const { chrome } = globalThis as unknown as Api;
      return Object.keys(await chrome.notifications.getAll());
    });
  }

  async pressNotification(id: string): Promise<void> {
    throw new Error(`A Chromium without a desktop shows ${id} nowhere.`);
  }

  async closeNotification(id: string): Promise<void> {
    await this.background(async (which) => {
      await (globalThis as unknown as Api).chrome.notifications.clear(which);
    }, id);
  }

  async update(version: string, build?: string): Promise<boolean> {
    const organisation = this.#organisation;
    if (!organisation) throw new Error(`An extension that is not packed is not updated to ${version}.`);
    const { deliver } = await organisation.offer(version, build);
    const found = await this.background(() => {
      const { chrome } = globalThis as unknown as Api;
      return chrome.runtime.requestUpdateCheck();
    });
    if (found.status !== 'update_available') throw new Error(`The look for updates: ${found.status}`);
    // A page of the extension would hold it back by itself.
    await this.#closeExtensionPage();
    deliver();
    const isNewer = async () => (await this.extensionVersion()) === version || undefined;
    return until('the newer version to run', isNewer, { timeout: INSTALLED_WITHIN }).then(
      () => false,
      () => true,
    );
  }

  async extensionVersion(): Promise<string> {
    const overview = this.#run.overview;
    return overview.run(
      async (id: string) => {
        const { chrome } = globalThis as unknown as Api;
        return (await chrome.developerPrivate.getExtensionInfo(id)).version;
      },
      [this.#extensionId],
    );
  }

  async cookies(): Promise<JarCookie[]> {
    return readJars(await this.#jars());
  }

  async setCookies(cookies: readonly NewCookie[]): Promise<void> {
    await writeCookies(await this.#jars(), cookies);
  }

  async clearCookies(): Promise<void> {
    await clearJars(await this.#jars());
  }

  dumpStorage(): Promise<string> {
    return this.background(dumpEverything);
  }

  async consoleLines(): Promise<string[]> {
    await this.#console.readWorkers(this.#run.puppeteer);
    return this.#console.lines();
  }

  async privateWindow(url: string): Promise<Page> {
    const before = new Set((await this.#run.tabs.open()).map(({ targetId }) => targetId));
    await this.background(async (address) => {
      await (globalThis as unknown as Api).chrome.windows.create({ incognito: true, url: address });
    }, url);
    const isNew = ({ isPrivate, targetId }: Tab) => isPrivate && !before.has(targetId);
    const { page } = await this.#tab('a private window', isNew);
    await waitForContent(page);
    return page;
  }

  async restart({ crash = false, url }: { crash?: boolean; url?: string } = {}): Promise<void> {
    const { puppeteer } = this.#run;
    await this.#console.readWorkers(puppeteer);
    await this.#closeExtensionPage();
    if (crash) {
      await this.#untilKnown();
      await killChromium(puppeteer);
    } else await puppeteer.close();
    if (this.#manifest !== undefined) await keepExtension(this.#profile, this.#extensionId);
    await this.#start(url);
    await this.#untilStarted();
  }

  async reset(build: Pick<LaunchOptions, 'extension' | 'incognito'> = {}): Promise<void> {
    this.#options = { ...this.#options, ...build };
    if (this.#organisation) return this.#beginAnew();
    const { session } = await this.#leaveBlank();
    await this.#closeExtensionPage();
    if (this.#extensionId !== '') await this.#run.puppeteer.uninstallExtension(this.#extensionId);
    await session.send('Storage.clearDataForOrigin', { origin: '*', storageTypes: 'all' });
    await session.send('Network.clearBrowserCache');
    await rm(this.downloads, { recursive: true, force: true });
    this.#console.clear();
    await this.#install();
  }

  async close(): Promise<void> {
    await this.#started?.puppeteer.close();
    this.#organisation?.close();
    await this.#discard();
  }

  get #run(): Run {
    if (this.#started === undefined) throw new Error('Chromium was not launched.');
    return this.#started;
  }

  async #start(url?: string): Promise<Run> {
    const puppeteer = await startChromium(this.#profile, this.#options, url, this.#organisation?.program);
    const session = await puppeteer.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: this.downloads });
    const tabs = new Tabs(puppeteer, this.#options.viewport, this.#manifest?.popup ?? '');
    this.#console.listenTo(puppeteer);
    const overview = new ExtensionPage(session, 'chrome://extensions/');
    this.#started = { puppeteer, session, tabs, overview };
    return this.#started;
  }

  async #install(): Promise<void> {
    const { extension, incognito = false } = this.#options;
    if (extension === undefined) return;
    if (this.#organisation) {
      this.#extensionId = this.#organisation.extensionId;
      return this.#untilStarted();
    }
    const install = { enabledInIncognito: incognito };
    this.#extensionId = await this.#run.puppeteer.installExtension(extension, install);
    await this.#untilStarted();
    await welcomed(this, this.#options);
  }

  /** What a policy installed cannot be taken away, nor be made older. */
  async #beginAnew(): Promise<void> {
    await this.#run.puppeteer.close();
    this.#organisation?.close();
    this.#extensionPage = undefined;
    this.#console.clear();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
    await prepareProfile(this.#profile, this.#options);
    await this.launch();
  }

  /** Closes every page but a blank one; the one that was left last time, where it is still blank. */
  async #leaveBlank(): Promise<Tab> {
    const isOurs = async ({ page }: Tab): Promise<boolean> =>
      page === this.#blank && (await page.url()) === 'about:blank';
    if (!(await this.#find(isOurs))) this.#blank = await this.newTab();
    const blank = await this.#tab('a blank tab', isOurs);
    const { session, tabs } = this.#run;
    // A pop-up may open or close by itself meanwhile: what counts is which pages there are in the end.
    await until('the other pages to close', async () => {
      const others = (await tabs.open()).filter((tab) => tab !== blank);
      const closing = others.map(({ targetId }) => session.send('Target.closeTarget', { targetId }));
      await Promise.allSettled(closing);
      return others.length === 0 || undefined;
    });
    return blank;
  }

  async #closeExtensionPage(): Promise<void> {
    await this.#extensionPage?.close();
    this.#extensionPage = undefined;
  }

  async #untilKnown(): Promise<void> {
    if (this.#manifest?.hasBackground !== true) return;
    const probe = async () => (await knowsExtension(this.#profile, this.#extensionId)) || undefined;
    await until('Chromium to write down the extension', probe, { timeout: 15_000 });
  }

  async #untilStarted(): Promise<void> {
    if (this.#manifest?.hasBackground !== true) return;
    await until('the worker to start', async () => (await this.backgroundAlive()) || undefined);
  }

  async #find(isWanted: (tab: Tab) => boolean | Promise<boolean>): Promise<Tab | undefined> {
    for (const tab of await this.#run.tabs.open()) {
      if (await isWanted(tab)) return tab;
    }
    return undefined;
  }

  /** Puppeteer knows only what was loaded unpacked. The protocol takes the tab, not its page. */
  async #pressPacked(url: string): Promise<void> {
    const { session } = this.#run;
    const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const targetId = targetInfos.find((tab) => tab.url === url)?.targetId ?? '';
    await session.send('Extensions.triggerAction', { id: this.#extensionId, targetId });
  }

  #tab(what: string, isWanted: (tab: Tab) => boolean | Promise<boolean>): Promise<Tab> {
    return until(what, () => this.#find(isWanted));
  }

  async #workers(): Promise<string[]> {
    const { targetInfos } = await this.#run.session.send('Target.getTargets');
    const origin = this.extensionUrl('');
    const isOurs = ({ type, url }: { type: string; url: string }) =>
      type === 'service_worker' && url.startsWith(origin);
    return targetInfos.filter(isOurs).map(({ targetId }) => targetId);
  }

  async #jars(): Promise<JarSessions> {
    const jars: JarSessions = new Map([['default', this.#run.session]]);
    for (const { isPrivate, session } of await this.#run.tabs.open()) {
      if (isPrivate) jars.set('private', session);
    }
    return jars;
  }
}
