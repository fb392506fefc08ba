/** The few of Firefox's internals that the driver uses from the browser's own window. */

export interface XulBrowser {
  permanentKey: object;
  currentURI: { spec: string };
  ownerDocument: { defaultView: ChromeWindow };
  getBoundingClientRect(): DOMRect;
  closest(selector: string): { hidePopup(): void } | null;
  focus(): void;
  fixupAndLoadURIString(url: string, options: { triggeringPrincipal: object }): void;
}

export interface ChromeWindow {
  document: {
    querySelectorAll(selector: string): Iterable<XulBrowser>;
    querySelector(selector: string): (Element & { content?: DocumentFragment }) | null;
  };
  gBrowser: { selectedTab: object; selectedBrowser: XulBrowser };
  gUnifiedExtensions: { pinToToolbar(widgetId: string, pinned: boolean): unknown };
  browserDOMWindow: {
    openURI(uri: object, opener: null, where: number, flags: number, principal: object): object;
  };
  closed: boolean;
  OpenBrowserWindow(options: { private: boolean }): ChromeWindow;
  addEventListener(event: string, listener: () => void, options: { once: boolean }): void;
  focus(): void;
}

export interface GeckoExtension {
  baseURI: { resolve(path: string): string };
  principal: object;
  version: string;
  backgroundState: 'starting' | 'running' | 'suspending' | 'stopped';
  terminateBackground(options: object): Promise<void>;
}

export interface BrowserAction {
  /** Of the button among the toolbar’s widgets. */
  id: string;
  action: { getProperty(tab: object, name: string): unknown };
  triggerAction(window: ChromeWindow): void;
}

/** A container, as `containers.json` has it. */
export interface Identity {
  userContextId: number;
  public: boolean;
}

export interface GeckoCookie {
  name: string;
  value: string;
  host: string;
  path: string;
  isSecure: boolean;
  isHttpOnly: boolean;
  isSession: boolean;
  expiry: number;
  sameSite: number;
  originAttributes: {
    userContextId: number;
    privateBrowsingId: number;
    partitionKey: string;
    firstPartyDomain: string;
  };
}

/** A version of an extension on its way into the browser. */
interface AddonInstall {
  error: number;
  addListener(
    listener: Record<'onInstallPostponed' | 'onInstallEnded' | 'onInstallFailed', () => void>,
  ): void;
  install(): Promise<unknown>;
}

interface HiddenPage {
  createBrowserElement(): Promise<XulBrowser>;
  shutdown(): void;
}

interface Modules {
  'resource://gre/modules/AddonManager.sys.mjs': {
    AddonManager: { getInstallForFile(file: object): Promise<AddonInstall> };
  };
  'resource://gre/modules/FileUtils.sys.mjs': { FileUtils: { File: new (path: string) => object } };
  'resource:///modules/BrowserWindowTracker.sys.mjs': {
    BrowserWindowTracker: { getTopWindow(options: { private?: boolean }): ChromeWindow | null };
  };
  'resource://gre/modules/ExtensionParent.sys.mjs': {
    ExtensionParent: {
      GlobalManager: { extensionMap: Map<string, GeckoExtension> };
      HiddenExtensionPage: new (extension: GeckoExtension, viewType: string) => HiddenPage;
      apiManager: { global: { browserActionFor(extension: GeckoExtension): BrowserAction } };
    };
  };
  'resource://gre/modules/ExtensionPermissions.sys.mjs': {
    ExtensionPermissions: { add(id: string, permissions: object): Promise<void> };
  };
  'resource://gre/modules/ContextualIdentityService.sys.mjs': {
    ContextualIdentityService: { resetDefault(): void; getPublicIdentities(): Identity[] };
  };
  'chrome://remote/content/shared/NavigableManager.sys.mjs': {
    NavigableManager: {
      getBrowserById(id: string): XulBrowser | null;
      getIdForBrowser(browser: XulBrowser): string;
      getIdForBrowsingContext(context: object): string;
    };
  };
}

/** A notification as Firefox hands it to the system. */
export interface Alert {
  name: string;
}

/** Hears what becomes of a notification. */
export interface AlertListener {
  observe(subject: null, topic: 'alertshow' | 'alertclickcallback' | 'alertfinished', data: null): void;
}

interface ComponentRegistrar {
  registerFactory(id: object, description: string, contract: string, factory: object): void;
}

/** What was granted to extensions, by their ids. */
export type AddonPermissions = Record<string, object | undefined>;

/** What Firefox reads at its start of the extensions in a profile. */
export interface AddonStartup {
  'app-profile'?: { addons: Record<string, { startupData?: { persistentListeners?: object } } | undefined> };
}

/** The global object of the browser's own window. */
export interface Gecko {
  ChromeUtils: {
    importESModule<N extends keyof Modules>(name: N): Modules[N];
    generateQI(interfaces: string[]): (wanted: object) => object;
  };
  Components: { manager: { QueryInterface(wanted: object): ComponentRegistrar } };
  Ci: {
    nsIComponentRegistrar: object;
    nsICookie: { SCHEME_HTTP: number; SCHEME_HTTPS: number };
    nsICookieValidation: { eOK: number };
    nsIBrowserDOMWindow: { OPEN_NEWTAB: number; OPEN_EXTERNAL: number };
    nsIClearDataService: { CLEAR_ALL: number };
  };
  IOUtils: { readJSON(path: string, options: object): Promise<object> };
  PathUtils: { join(...parts: string[]): string; profileDir: string };
  Services: {
    clearData: { deleteData(what: number, observer: { onDataDeleted(failed: number): void }): void };
    console: { getMessageArray(): { message: string }[]; reset(): void };
    cookies: {
      getCookiesWithOriginAttributes(pattern: string): GeckoCookie[];
      add(
        host: string,
        path: string,
        name: string,
        value: string,
        isSecure: boolean,
        isHttpOnly: boolean,
        isSession: boolean,
        expiry: number,
        originAttributes: Partial<GeckoCookie['originAttributes']>,
        sameSite: number,
        scheme: number,
        isPartitioned: boolean,
      ): { result: number; errorString: string };
      removeAll(): void;
    };
    focus: { activeWindow: ChromeWindow | null };
    io: { newURI(url: string): object };
    ppmm: {
      loadProcessScript(url: string, allowDelayedLoad: boolean): void;
      addMessageListener(name: string, listener: (message: { data: string }) => void): void;
    };
    prefs: { setStringPref(name: string, value: string): void };
    scriptSecurityManager: { getSystemPrincipal(): object };
    uuid: { generateUUID(): object };
    wm: {
      getEnumerator(type: string): Iterable<ChromeWindow>;
    };
  };
}
