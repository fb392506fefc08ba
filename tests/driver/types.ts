/** The two engines that every journey is run in. */
export type BrowserKind = 'chromium' | 'firefox';

/** Width and height in CSS pixels; `scale` is the device pixel ratio. */
export interface Viewport {
  width: number;
  height: number;
  scale?: number;
}

export interface LaunchOptions {
  /** Folder of the built extension; without one it is a control run. */
  extension?: string;
  /** Port on 127.0.0.1 that answers for every host name's port 443. */
  port: number;
  /** Language of the browser itself, which `browser.i18n` and `Accept-Language` follow; default `en`. */
  language?: 'en' | 'de' | 'fr';
  colorScheme?: 'light' | 'dark';
  /** IANA name of the time zone that the system is in; by default that of the tests. */
  timeZone?: string;
  headed?: boolean;
  /** Folder of a profile to keep; the default is a temporary one, removed at `close()`. */
  profile?: string;
  /** Unpartitioned third-party cookies; the default is what a fresh profile does. */
  thirdPartyCookies?: 'allowed' | 'blocked';
  /** Firefox: `privacy.firstparty.isolate`, each site with cookies of its own under every other. */
  firstPartyIsolation?: boolean;
  /** Firefox: what its settings call strict protection against tracking. */
  strictProtection?: boolean;
  /** The person allowed the extension in private windows. */
  incognito?: boolean;
  /** Firefox: the person withheld the extension's hosts at install. */
  withholdHosts?: boolean;
  /**
   * Chromium: an organisation's policy installs the extension, from a server of its own, and updates it. Only on Linux,
   * as root or where people may have namespaces of their own.
   */
  packed?: boolean;
  /** The page that the extension opens at its install stays; by default it is closed before the launch or reset resolves. */
  welcome?: boolean;
  /** Sites share a few processes, which costs the machine much less. */
  frugal?: boolean;
  /** Applied to every page but the action pop-up. */
  viewport?: Viewport;
}

/** `default`, `private`, or a Firefox container's `container-<userContextId>`. */
export type Jar = 'default' | 'private' | `container-${number}`;

export interface JarCookie {
  name: string;
  value: string;
  /** Without the leading dot; see `hostOnly`. */
  domain: string;
  hostOnly: boolean;
  path: string;
  secure: boolean;
  httpOnly: boolean;
  sameSite: 'strict' | 'lax' | 'none' | 'unspecified';
  /** UTC milliseconds; a session cookie has none. */
  expires?: number;
  /** The top-level site of a partitioned cookie, such as `https://shop.test`. */
  partition?: string;
  /** Firefox with first-party isolation: the site under which it lies. */
  firstParty?: string;
  jar: Jar;
}

/** What a test sets; the rest has the defaults of a `Secure` host-only session cookie on `/`. */
export type NewCookie = Pick<JarCookie, 'name' | 'value' | 'domain'> & Partial<JarCookie>;

export interface Badge {
  text: string;
  title: string;
  /** `#rrggbb` */
  color: string;
}

export interface WaitOptions {
  /** Milliseconds; 10,000 by default. */
  timeout?: number;
}

export interface Browser {
  readonly kind: BrowserKind;
  /** Empty in a control run. */
  readonly extensionId: string;
  /** Folder to which everything is downloaded, without a question. */
  readonly downloads: string;
  readonly version: string;
  /** Opens an address as another program does: a tab in front, without an opener; resolves once loaded. */
  newTab(url?: string): Promise<Page>;
  /** Tabs of every window, container and private window, and the action pop-up while it is open. */
  pages(): Promise<Page[]>;
  /** Closes every page and leaves one blank tab, as at the first start. */
  closePages(): Promise<void>;
  waitForPage(match: (url: string) => boolean, options?: WaitOptions): Promise<Page>;
  extensionUrl(path: string): string;
  /** Opens the real action pop-up as a press on the toolbar button does. */
  popup(): Promise<Page>;
  badge(): Promise<Badge>;
  /** The person presses the keys of one of the extension's commands. Firefox only: Chromium takes none from outside. */
  pressShortcut(key: string): Promise<void>;
  /** The person pins the toolbar button. */
  pin(): Promise<void>;
  /** The worker or event page is gone when this resolves; the next event starts it again. */
  stopBackground(): Promise<void>;
  backgroundAlive(): Promise<boolean>;
  /**
   * Runs a self-contained function with the extension's whole API, in a page of the extension that stands in
   * no tab strip and is gone afterwards. The background is neither woken nor kept alive by it.
   */
  background<R, A extends unknown[]>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /**
   * The user's yes to the extension's next question for these hosts: no test can press on Chromium's question, but it is
   * not asked for a site that was allowed on the browser's own page of the extension. Firefox's questions are all
   * answered with yes (`extensions.webextOptionalPermissionPrompts`).
   *
   * @param pattern a match pattern that the manifest names as optional
   */
  willAllow(pattern: string): Promise<void>;
  /** The ids of the notifications of the extension that stand in the system's notification centre. */
  notifications(): Promise<string[]>;
  /** The person presses one. Firefox only: a Chromium without a desktop shows them nowhere. */
  pressNotification(id: string): Promise<void>;
  /** The person puts one away. */
  closeNotification(id: string): Promise<void>;
  /**
   * The same extension arrives as a newer version, as the browser's own look for updates brings it. In Chromium only
   * where it was installed `packed`.
   *
   * @param build folder of the newer version; without it the same build comes again under that version
   * @returns whether the extension makes it wait
   */
  update(version: string, build?: string): Promise<boolean>;
  /** Which version of the extension runs; told by the browser, so that no page of the extension is open over an update. */
  extensionVersion(): Promise<string>;
  /** Every cookie of every jar, read outside the extension. */
  cookies(): Promise<JarCookie[]>;
  /** Firefox cannot set cookies in the private jar, Chromium only while a private window is open. */
  setCookies(cookies: readonly NewCookie[]): Promise<void>;
  clearCookies(): Promise<void>;
  /** One text of all that the extension keeps, pretty-printed JSON by store. */
  dumpStorage(): Promise<string>;
  /** What every context of every page and of the extension wrote to the console, and uncaught errors. */
  consoleLines(): Promise<string[]>;
  privateWindow(url: string): Promise<Page>;
  /**
   * Same profile, same extension: it sees `onStartup`, not `onInstalled`. Pages from before are dead.
   *
   * With `url` the browser starts with that address, as when another program opens it while no browser runs.
   */
  restart(options?: { crash?: boolean; url?: string }): Promise<void>;
  /**
   * As if launched anew: one blank tab, no site data, no containers of ours, the extension freshly installed.
   *
   * @param build Another build of the same extension, or other places for it, than it was launched with.
   */
  reset(build?: Pick<LaunchOptions, 'extension' | 'incognito'>): Promise<void>;
  close(): Promise<void>;
}

export interface Violation {
  id: string;
  impact: string;
  help: string;
  /** Selectors of the elements; a shadow root is entered with ` >>> `. */
  targets: string[];
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface ScreenshotOptions {
  fullPage?: boolean;
  clip?: Box;
}

export interface MatchOptions {
  /** The whole name, case-sensitive; by default a string matches any part, whatever its case. */
  exact?: boolean;
}

export interface Page {
  url(): Promise<string>;
  title(): Promise<string>;
  goto(url: string, options?: { wait?: 'none' | 'load' }): Promise<void>;
  back(): Promise<void>;
  reload(): Promise<void>;
  close(): Promise<void>;
  bringToFront(): Promise<void>;
  /** By ARIA role and accessible name, in open and closed shadow roots too; hidden elements have no role. */
  role(role: string, name?: string | RegExp, options?: MatchOptions): Locator;
  /** A form control by its accessible name, whatever its role (a password field has none). */
  label(name: string | RegExp, options?: MatchOptions): Locator;
  /** The innermost elements that show this text. */
  text(text: string | RegExp, options?: MatchOptions): Locator;
  css(selector: string): Locator;
  /** Everything a person can read, closed shadow roots and values of fields included. */
  visibleText(): Promise<string>;
  /** Runs a self-contained function in the page's own world, without user activation. */
  evaluate<R, A extends unknown[]>(fn: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  screenshot(path: string, options?: ScreenshotOptions): Promise<void>;
  waitForUrl(match: string | RegExp | ((url: string) => boolean), options?: WaitOptions): Promise<string>;
  /** Presses a key or chord (`Tab`, `Shift+Tab`, `Control+a`) wherever the focus is. */
  press(key: string): Promise<void>;
  /** `role "name"` of the element that has the focus, shadow roots entered; empty when it is the body. */
  focused(): Promise<string>;
  setViewport(viewport: Viewport): Promise<void>;
  /** Zooms as Ctrl and + do: fewer CSS pixels of a higher density. 100 is the start. */
  setZoom(percent: number): Promise<void>;
  axe(): Promise<Violation[]>;
  /** From now on accepts alert, confirm and prompt; returns the list that their messages are added to. */
  acceptDialogs(): Promise<readonly string[]>;
}

/**
 * An element that is looked for anew at every use. What acts on one element waits until there is exactly one
 * (or the `nth`), and fails after 10 s with what was there instead.
 */
export interface Locator {
  /** The match at this place, counted from 0. */
  nth(index: number): Locator;
  waitFor(options?: WaitOptions & { gone?: boolean }): Promise<void>;
  /** A real press of the mouse at the middle, once it is in view, still, enabled and not covered. */
  click(): Promise<void>;
  /** Clicks and types over what is there; a list takes an option's label or value, a date its ISO form. */
  fill(text: string): Promise<void>;
  press(key: string): Promise<void>;
  /** Clicks unless it is ticked, and waits until it is. */
  check(): Promise<void>;
  /** Chooses files in a file input. */
  upload(...paths: string[]): Promise<void>;
  focus(): Promise<void>;
  text(): Promise<string>;
  value(): Promise<string>;
  attribute(name: string): Promise<string | null>;
  boundingBox(): Promise<Box>;
  isEnabled(): Promise<boolean>;
  isChecked(): Promise<boolean>;
  /** At once, without waiting; false as well when nothing matches. */
  isVisible(): Promise<boolean>;
  /** At once, without waiting. */
  count(): Promise<number>;
}
