import type { Alerts } from './alerts.ts';
import type {
  AddonPermissions,
  AddonStartup,
  ChromeWindow,
  Gecko,
  GeckoCookie,
  Identity,
  XulBrowser,
} from './gecko.ts';

export type Resident = ReturnType<typeof resident>;

/** What the driver keeps in Firefox's own window to do what the protocol cannot; evaluated there once a start. */
export function resident(addonId: string, alerts: Alerts) {
  const { ChromeUtils, Ci, IOUtils, PathUtils, Services } = globalThis as unknown as Gecko;
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { NavigableManager } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/NavigableManager.sys.mjs',
  );
  const { BrowserWindowTracker } = ChromeUtils.importESModule(
    'resource:///modules/BrowserWindowTracker.sys.mjs',
  );
  const windowType = 'navigator:browser';
  const lines: string[] = [];
  const hiddenPages = new Map<string, { browser: XulBrowser; shutdown(): void }>();

  /** The protocol knows tabs alone; the pop-up and hidden pages of the extension are made known to it here. */
  function popups(): XulBrowser[] {
    return openWindows().flatMap((window) => [
      ...window.document.querySelectorAll('browser[webextension-view-type="popup"]'),
    ]);
  }

  const tabById = NavigableManager.getBrowserById.bind(NavigableManager);
  NavigableManager.getBrowserById = (id) => {
    const found = tabById(id) ?? hiddenPages.get(id)?.browser;
    return found ?? popups().find((browser) => idOf(browser) === id) ?? null;
  };

  function idOf(browser: XulBrowser): string {
    browser.permanentKey ??= {};
    return NavigableManager.getIdForBrowser(browser);
  }

  /** The window system does not raise the next window when one is closed; without a display there is none. */
  async function toFront(window: ChromeWindow): Promise<void> {
    if (Services.focus.activeWindow === window) return;
    const raised = new Promise<void>((resolve) => {
      window.addEventListener('activate', () => resolve(), { once: true });
    });
    window.focus();
    await raised;
  }

  /** A window that is being closed still counts as the most recent one for a while. */
  function openWindows(): ChromeWindow[] {
    return [...Services.wm.getEnumerator(windowType)].filter((window) => !window.closed);
  }

  function frontWindow(): ChromeWindow {
    const window = BrowserWindowTracker.getTopWindow({});
    if (window === null) throw new Error('Firefox has no window.');
    return window;
  }

  async function normalWindow(): Promise<ChromeWindow> {
    const window = BrowserWindowTracker.getTopWindow({ private: false });
    if (window === null) throw new Error('Firefox has no window but private ones.');
    await toFront(window);
    return window;
  }

  function containers() {
    return ChromeUtils.importESModule('resource://gre/modules/ContextualIdentityService.sys.mjs')
      .ContextualIdentityService;
  }

  function extension() {
    const found = ExtensionParent.GlobalManager.extensionMap.get(addonId);
    if (found === undefined) throw new Error('The extension is not installed.');
    return found;
  }

  function action() {
    return ExtensionParent.apiManager.global.browserActionFor(extension());
  }

  /** Console messages of every content process, present and to come: pages, content scripts, the extension. */
  function listen(): void {
    const script = `{
      const words = (value) => {
        try {
          return typeof value === 'object' ? JSON.stringify(value) : String(value);
        } catch {
          return String(value);
        }
      };
      Cc['@mozilla.org/consoleAPI-storage;1']
        .getService(Ci.nsIConsoleAPIStorage)
        .addLogEventListener((event) => {
          const { level, filename, arguments: said } = event.wrappedJSObject ?? event;
          const line = filename + ': ' + level + ' ' + Array.from(said ?? [], words).join(' ');
          sendAsyncMessage('driver:console', line);
        }, Services.scriptSecurityManager.getSystemPrincipal());
    }`;
    Services.ppmm.addMessageListener('driver:console', ({ data }) => lines.push(data));
    Services.ppmm.loadProcessScript(`data:,${encodeURIComponent(script)}`, true);
  }
  listen();

  return {
    /** @param uuid that the extension's pages get at the install that follows */
    async prepareInstall(uuid: string, inPrivateWindows: boolean): Promise<void> {
      Services.prefs.setStringPref('extensions.webextensions.uuids', JSON.stringify({ [addonId]: uuid }));
      if (!inPrivateWindows) return;
      const { ExtensionPermissions } = ChromeUtils.importESModule(
        'resource://gre/modules/ExtensionPermissions.sys.mjs',
      );
      await ExtensionPermissions.add(addonId, {
        permissions: ['internal:privateBrowsingAllowed'],
        origins: [],
      });
    },

    isInstalled(): boolean {
      return ExtensionParent.GlobalManager.extensionMap.has(addonId);
    },

    /**
     * Whether a start of this profile would know the extension, its listeners and its permissions, and the
     * containers that there are now. Each has a file of its own, which Firefox writes about 2 s after a change.
     */
    async isWrittenDown(): Promise<boolean> {
      const read = (file: string, decompress: boolean) =>
        IOUtils.readJSON(PathUtils.join(PathUtils.profileDir, file), { decompress });
      const startup = (await read('addonStartup.json.lz4', true)) as AddonStartup;
      const permissions = (await read('extension-preferences.json', false)) as AddonPermissions;
      const written = (await read('containers.json', false)) as { identities: Identity[] };
      const ids = (identities: Identity[]) =>
        identities.flatMap((each) => (each.public ? [each.userContextId] : [])).join();
      const knowsListeners = startup['app-profile']?.addons[addonId]?.startupData?.persistentListeners;
      const knowsContainers = ids(written.identities) === ids(containers().getPublicIdentities());
      return knowsListeners !== undefined && permissions[addonId] !== undefined && knowsContainers;
    },

    /**
     * A newer version, as Firefox's own look for updates hands it over.
     *
     * @returns whether the extension makes it wait
     */
    async update(archive: string): Promise<boolean> {
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const { FileUtils } = ChromeUtils.importESModule('resource://gre/modules/FileUtils.sys.mjs');
      const install = await AddonManager.getInstallForFile(new FileUtils.File(archive));
      return new Promise((resolve, reject) => {
        install.addListener({
          onInstallPostponed: () => resolve(true),
          onInstallEnded: () => resolve(false),
          onInstallFailed: () => reject(new Error(`Firefox refused the update: ${install.error}.`)),
        });
        void install.install();
      });
    },

    version(): string {
      return extension().version;
    },

    backgroundState(): string {
      return extension().backgroundState;
    },

    /** What the state is at the moment in which it has stopped; an event may start it again in the next one. */
    async stopBackground(): Promise<string> {
      await extension().terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      return extension().backgroundState;
    },

    badge(): { text: string; title: string; color: number[] } {
      const { selectedTab } = frontWindow().gBrowser;
      const read = (name: string) => action().action.getProperty(selectedTab, name);
      return {
        text: String(read('badgeText') ?? ''),
        title: String(read('title') ?? ''),
        color: [...(read('badgeBackgroundColor') as Iterable<number>)],
      };
    },

    async pressActionButton(): Promise<void> {
      const window = frontWindow();
      await toFront(window);
      action().triggerAction(window);
    },

    /** A key with its modifiers that the extension asked for, wherever the focus is. */
    async pressShortcut(key: string): Promise<void> {
      const window = frontWindow();
      await toFront(window);
      const found = window.document.querySelector(`keyset[id^="ext-keyset-id"] > key[key="${key}"]`);
      if (!found) throw new Error(`Firefox knows no such key: ${key}`);
      (found as Element & { doCommand(): void }).doCommand();
    },

    /** As the menu behind the gear in the list of extensions does it. */
    async pin(): Promise<void> {
      await frontWindow().gUnifiedExtensions.pinToToolbar(action().id, true);
    },

    /** Pop-ups that have their size; before, they are still being laid out. */
    popups(): { id: string; url: string }[] {
      const shown = popups().filter((browser) => browser.getBoundingClientRect().width > 0);
      return shown.map((browser) => ({ id: idOf(browser), url: browser.currentURI.spec }));
    },

    /**
     * A person's press into a page takes the keys from the address bar, and closes a pop-up that lies over the page; the
     * protocol's own way to bring a tab to the front leaves both as they are.
     */
    async intoPage(id: string): Promise<void> {
      const page = NavigableManager.getBrowserById(id);
      if (page === null) throw new Error('The page is gone.');
      await toFront(page.ownerDocument.defaultView);
      for (const popup of popups()) if (popup !== page) popup.closest('panel')?.hidePopup();
      page.focus();
    },

    async openHidden(path: string): Promise<string> {
      const page = new ExtensionParent.HiddenExtensionPage(extension(), 'tab');
      const browser = await page.createBrowserElement();
      const id = idOf(browser);
      hiddenPages.set(id, { browser, shutdown: () => page.shutdown() });
      browser.fixupAndLoadURIString(extension().baseURI.resolve(path), {
        triggeringPrincipal: extension().principal,
      });
      return id;
    },

    closeHidden(id: string): void {
      hiddenPages.get(id)?.shutdown();
      hiddenPages.delete(id);
    },

    /** As the command line does for another program: in front, never in a private window. */
    async openFromOutside(url: string): Promise<string> {
      const { OPEN_NEWTAB, OPEN_EXTERNAL } = Ci.nsIBrowserDOMWindow;
      const context = (await normalWindow()).browserDOMWindow.openURI(
        Services.io.newURI(url),
        null,
        OPEN_NEWTAB,
        OPEN_EXTERNAL,
        Services.scriptSecurityManager.getSystemPrincipal(),
      );
      return NavigableManager.getIdForBrowsingContext(context);
    },

    /** The tab in front of a window that is not private. */
    async normalTab(): Promise<string> {
      return idOf((await normalWindow()).gBrowser.selectedBrowser);
    },

    windowCount(): number {
      return [...Services.wm.getEnumerator(windowType)].length;
    },

    async openPrivateWindow(): Promise<string> {
      const window = frontWindow().OpenBrowserWindow({ private: true });
      await new Promise<void>((resolve) => window.addEventListener('load', resolve, { once: true }));
      return idOf(window.gBrowser.selectedBrowser);
    },

    /** Of every jar; the private one is a store of its own. */
    cookies(): GeckoCookie[] {
      const stores = [0, 1].map((privateBrowsingId) =>
        Services.cookies.getCookiesWithOriginAttributes(JSON.stringify({ privateBrowsingId })),
      );
      const plain = (cookie: GeckoCookie): GeckoCookie => ({
        name: cookie.name,
        value: cookie.value,
        host: cookie.host,
        path: cookie.path,
        isSecure: cookie.isSecure,
        isHttpOnly: cookie.isHttpOnly,
        isSession: cookie.isSession,
        expiry: cookie.expiry,
        sameSite: cookie.sameSite,
        originAttributes: cookie.originAttributes,
      });
      return stores.flat().map(plain);
    },

    addCookie(cookie: GeckoCookie): void {
      const { result, errorString } = Services.cookies.add(
        cookie.host,
        cookie.path,
        cookie.name,
        cookie.value,
        cookie.isSecure,
        cookie.isHttpOnly,
        cookie.isSession,
        cookie.expiry,
        cookie.originAttributes,
        cookie.sameSite,
        cookie.isSecure ? Ci.nsICookie.SCHEME_HTTPS : Ci.nsICookie.SCHEME_HTTP,
        cookie.originAttributes.partitionKey !== '',
      );
      if (result !== Ci.nsICookieValidation.eOK) throw new Error(`Cookie ${cookie.name}: ${errorString}`);
    },

    notifications: alerts.names,
    pressNotification: alerts.press,
    closeNotification: alerts.close,

    clearCookies(): void {
      Services.cookies.removeAll();
    },

    /**
     * After a pop-up was open Firefox keeps its view for the next time, beyond the end of the extension; the
     * same extension, installed again, would get that dead one.
     */
    forgetViews(): void {
      const kept = 'panelview[id^="PanelUI-webext-"]';
      for (const { document } of openWindows()) {
        const cache = document.querySelector('#appMenu-viewCache')?.content;
        for (const place of [document, cache]) place?.querySelector(kept)?.remove();
      }
    },

    /** Site data of every jar, permissions, history; containers as in a new profile. */
    async forgetEverything(): Promise<void> {
      await new Promise<void>((resolve) => {
        Services.clearData.deleteData(Ci.nsIClearDataService.CLEAR_ALL, { onDataDeleted: () => resolve() });
      });
      containers().resetDefault();
      alerts.closeAll();
      lines.length = 0;
      Services.console.reset();
    },

    /** With the errors that the browser's own console holds of pages and extensions. */
    consoleLines(): string[] {
      const errors = Services.console.getMessageArray().map(({ message }) => message);
      return [...lines, ...errors.filter((message) => /"(https|moz-extension):/u.test(message))];
    },
  };
}
