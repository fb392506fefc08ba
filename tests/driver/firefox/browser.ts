import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getDomain } from 'tldts';
import { zipFolder } from '../../../.ci/release/zip.ts';
import { DrivenPage } from '../driven-page.ts';
import { zipWith } from '../install/versions.ts';
import type { ExtensionManifest } from '../manifest.ts';
import { dumpEverything } from '../storage-dump.ts';
import type { Badge, Browser, JarCookie, LaunchOptions, NewCookie, Page, WaitOptions } from '../types.ts';
import { until } from '../wait.ts';
import { openPopup, waitForContent, waitForPage, welcomed } from '../wait-for-page.ts';
import { fromGecko, toGecko } from './cookies.ts';
import { type FirefoxProcess, startFirefox } from './process.ts';
import { type CallResident, moveIn } from './residence.ts';
import { runInContext } from './script.ts';
import { FirefoxSurface } from './surface.ts';

/** What lasts from a start of the process to its end. */
interface Run {
  process: FirefoxProcess;
  call: CallResident;
  pages: Map<string, DrivenPage>;
}

/** Firefox over WebDriver BiDi, and from its own window where that does not reach. */
export class FirefoxBrowser implements Browser {
  readonly kind = 'firefox';
  readonly #profile: string;
  #options: LaunchOptions;
  readonly #manifest: ExtensionManifest | undefined;
  readonly #discard: () => Promise<void>;
  readonly #uuid = randomUUID();
  #started: Run | undefined;
  #hidden: string | undefined;
  /** The tab that was left when all others were closed. */
  #blank: Page | undefined;

  /**
   * @param profile folder of a profile with its preferences written
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
    return this.#run.process.version;
  }

  get extensionId(): string {
    return this.#manifest?.geckoId ?? '';
  }

  get downloads(): string {
    return join(this.#profile, 'downloads');
  }

  /** Starts the process and installs the extension; once. */
  async launch(): Promise<void> {
    await this.#start();
    await this.#install();
  }

  async newTab(url?: string): Promise<Page> {
    if (url === undefined) {
      const referenceContext = await this.#run.call('normalTab');
      // A tab beside a container's would lie in the container.
      const tab = { type: 'tab', referenceContext, userContext: 'default' };
      return this.#page((await this.#send<{ context: string }>('browsingContext.create', tab)).context);
    }
    const page = await this.#page(await this.#run.call('openFromOutside', url));
    await waitForContent(page);
    return page;
  }

  async pages(): Promise<Page[]> {
    const { contexts } = await this.#send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
      maxDepth: 0,
    });
    const popups = await this.#run.call('popups');
    const ids = [...contexts.map(({ context }) => context), ...popups.map(({ id }) => id)];
    return Promise.all(
      ids.map((id) =>
        this.#page(
          id,
          popups.some((popup) => popup.id === id),
        ),
      ),
    );
  }

  async closePages(): Promise<void> {
    const before = (await this.pages()).find((page) => page === this.#blank);
    const isBlank = (await before?.url()) === 'about:blank';
    const blank = before && isBlank ? before : await this.newTab();
    this.#blank = blank;
    for (const page of await this.pages()) if (page !== blank) await page.close();
    await until('the other windows to close', async () =>
      (await this.#run.call('windowCount')) === 1 ? true : undefined,
    );
  }

  waitForPage(match: (url: string) => boolean, options?: WaitOptions): Promise<Page> {
    return waitForPage(this, match, options);
  }

  extensionUrl(path: string): string {
    return `moz-extension://${this.#uuid}/${path.replace(/^\//u, '')}`;
  }

  popup(): Promise<Page> {
    const press = (): Promise<void> => this.#run.call('pressActionButton');
    return openPopup(this, this.extensionUrl(this.#manifest?.popup ?? ''), press);
  }

  async badge(): Promise<Badge> {
    const { color, ...words } = await this.#run.call('badge');
    const hex = color.slice(0, 3).map((part) => part.toString(16).padStart(2, '0'));
    return { ...words, color: `#${hex.join('')}` };
  }

  async pressShortcut(key: string): Promise<void> {
    await this.#run.call('pressShortcut', key);
  }

  async pin(): Promise<void> {
    await this.#run.call('pin');
  }

  async stopBackground(): Promise<void> {
    await this.#closeHidden();
    await until('the event page to stop', async () => {
      const alive = await this.backgroundAlive();
      const state = alive ? await this.#run.call('stopBackground') : 'stopped';
      return state === 'stopped' ? true : undefined;
    });
  }

  async backgroundAlive(): Promise<boolean> {
    return (await this.#run.call('backgroundState')) !== 'stopped';
  }

  /** In a hidden page of the extension, which stays: opening one each time would take most of the time. */
  async background<R, A extends unknown[]>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    const { bidi } = this.#run.process;
    this.#hidden ??= await this.#openHidden();
    try {
      return await runInContext<R>(bidi, this.#hidden, fn, args);
    } catch (error) {
      await this.#closeHidden();
      throw error;
    }
  }

  async cookies(): Promise<JarCookie[]> {
    return (await this.#run.call('cookies')).map(fromGecko);
  }

  async setCookies(cookies: readonly NewCookie[]): Promise<void> {
    const own = ({ domain, partition }: NewCookie): { firstParty?: string } =>
      this.#options.firstPartyIsolation && !partition ? { firstParty: getDomain(domain) ?? domain } : {};
    for (const cookie of cookies)
      await this.#run.call('addCookie', toGecko({ ...own(cookie), ...cookie }, Date.now()));
  }

  async update(version: string, build = this.#options.extension ?? ''): Promise<boolean> {
    const archive = join(this.#profile, `${version}.xpi`);
    await writeFile(archive, await zipWith(build, join(this.#profile, 'update'), { version }));
    await this.#closeHidden();
    return this.#run.call('update', archive);
  }

  extensionVersion(): Promise<string> {
    return this.#run.call('version');
  }

  async willAllow(): Promise<void> {}

  async notifications(): Promise<string[]> {
    return this.#run.call('notifications');
  }

  async pressNotification(id: string): Promise<void> {
    await this.#run.call('pressNotification', id);
  }

  async closeNotification(id: string): Promise<void> {
    await this.#run.call('closeNotification', id);
  }

  async clearCookies(): Promise<void> {
    await this.#run.call('clearCookies');
  }

  dumpStorage(): Promise<string> {
    return this.background(dumpEverything);
  }

  consoleLines(): Promise<string[]> {
    return this.#run.call('consoleLines');
  }

  async privateWindow(url: string): Promise<Page> {
    const page = await this.#page(await this.#run.call('openPrivateWindow'));
    await waitForContent(page);
    await page.goto(url);
    return page;
  }

  async restart({ crash = false, url }: { crash?: boolean; url?: string } = {}): Promise<void> {
    await this.#closeHidden();
    if (crash) {
      await this.#untilKnown();
      await this.#run.process.kill();
    } else await this.#run.process.quit();
    await this.#start(url);
    const isKept = this.#manifest === undefined || (await this.#run.call('isInstalled'));
    await (isKept ? this.#untilStarted() : this.#install());
  }

  async reset(build: Pick<LaunchOptions, 'extension' | 'incognito'> = {}): Promise<void> {
    this.#options = { ...this.#options, ...build };
    await this.closePages();
    await this.#closeHidden();
    if (await this.#run.call('isInstalled')) {
      await this.#send('webExtension.uninstall', { extension: this.extensionId });
    }
    await this.#run.call('forgetViews');
    await this.#run.call('forgetEverything');
    await rm(this.downloads, { recursive: true, force: true });
    await this.#install();
  }

  async close(): Promise<void> {
    const started = this.#started;
    this.#started = undefined;
    await started?.process.quit();
    await this.#discard();
  }

  get #run(): Run {
    if (this.#started === undefined) throw new Error('Firefox was not launched.');
    return this.#started;
  }

  #send<R>(method: string, params: object): Promise<R> {
    return this.#run.process.bidi.send(method, params);
  }

  async #start(url?: string): Promise<void> {
    const process = await startFirefox(this.#profile, this.#options, url);
    this.#started = { process, call: await moveIn(process.bidi, this.extensionId), pages: new Map() };
  }

  /**
   * For good, as a person does it, so that a restart is one for the extension too. A Firefox that takes no
   * unsigned extension gets it for the session, and anew after a restart.
   */
  async #install(): Promise<void> {
    const { extension, incognito = false } = this.#options;
    if (extension === undefined) return;
    await this.#run.call('prepareInstall', this.#uuid, incognito);
    const archive = join(this.#profile, 'extension.xpi');
    await writeFile(archive, await zipFolder(extension));
    const install = (permanent: boolean) =>
      this.#send('webExtension.install', {
        extensionData: { type: 'archivePath', path: archive },
        'moz:permanent': permanent,
      });
    await install(true).catch(() => install(false));
    await this.#untilStarted();
    await welcomed(this, this.#options);
  }

  async #openHidden(): Promise<string> {
    const path = 'manifest.json';
    const context = await this.#run.call('openHidden', path);
    await until('a page of the extension', async () => {
      const state = () => [location.href, document.readyState];
      const now = await runInContext<string[]>(this.#run.process.bidi, context, state, []);
      return now.join() === `${this.extensionUrl(path)},complete` ? true : undefined;
    });
    return context;
  }

  async #closeHidden(): Promise<void> {
    if (this.#hidden !== undefined) await this.#run.call('closeHidden', this.#hidden);
    this.#hidden = undefined;
  }

  async #untilKnown(): Promise<void> {
    if (this.#manifest?.hasBackground !== true) return;
    const probe = async () => (await this.#run.call('isWrittenDown')) || undefined;
    await until('Firefox to write down the extension', probe, { timeout: 15_000 });
  }

  async #untilStarted(): Promise<void> {
    if (this.#manifest?.hasBackground !== true) return;
    await until('the event page to start', async () => {
      const state = await this.#run.call('backgroundState');
      return state === 'running' ? true : undefined;
    });
  }

  async #page(context: string, isPopup = false): Promise<DrivenPage> {
    const known = this.#run.pages.get(context);
    if (known !== undefined) return known;
    const page = new DrivenPage(new FirefoxSurface(this.#run.process.bidi, this.#run.call, context, isPopup));
    this.#run.pages.set(context, page);
    if (this.#options.viewport !== undefined && !isPopup) await page.setViewport(this.#options.viewport);
    return page;
  }
}
