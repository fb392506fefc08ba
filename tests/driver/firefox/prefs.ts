import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LaunchOptions } from '../types.ts';

type Pref = string | number | boolean;

/** Nothing leaves the machine, and nothing asks the person anything at the start. */
const quiet: Record<string, Pref> = {
  'app.normandy.enabled': false,
  'app.update.auto': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.region.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.tabs.warnOnClose': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.blocklist.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.forceResolve': '127.0.0.1',
  'network.trr.mode': 5,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

/** An unsigned extension may be installed for good, and containers are on as after a person turned them on. */
const forExtensions: Record<string, Pref> = {
  'extensions.webextOptionalPermissionPrompts': false,
  'xpinstall.signatures.required': false,
  'privacy.userContext.enabled': true,
};

/** Values of `network.cookie.cookieBehavior`. */
const thirdPartyCookies = { allowed: 0, blocked: 1 };

/** What Firefox sets with `browser.contentblocking.category` “strict” (browser.contentblocking.features.strict). */
const strictProtection: Record<string, Pref> = {
  'browser.contentblocking.category': 'strict',
  'network.cookie.cookieBehavior': 5,
  'network.cookie.cookieBehavior.optInPartitioning': true,
  'network.http.referer.disallowCrossSiteRelaxingDefault.top_navigation': true,
  'privacy.annotate_channels.strict_list.enabled': true,
  'privacy.fingerprintingProtection': true,
  'privacy.partition.network_state.ocsp_cache': true,
  'privacy.query_stripping.enabled': true,
  'privacy.trackingprotection.enabled': true,
  'privacy.trackingprotection.emailtracking.enabled': true,
  'privacy.trackingprotection.socialtracking.enabled': true,
};

/**
 * Sites share a few processes instead of having one each, and nothing moves without need. Each journey opens many
 * sites, and each process is one more start: two files of journeys took 50 to 56 CPU-seconds instead of 70.
 */
const frugal: Record<string, Pref> = {
  'dom.ipc.keepProcessesAlive.web': 4,
  'dom.ipc.processCount': 2,
  'dom.ipc.processPrelaunch.enabled': false,
  'fission.webContentIsolationStrategy': 0,
  'ui.prefersReducedMotion': 1,
};

/** Values of `layout.css.prefers-color-scheme.content-override`. */
const colorSchemes = { dark: 0, light: 1 };

/** Writes what Firefox reads at every start on this profile. */
export async function writePrefs(profile: string, options: LaunchOptions): Promise<void> {
  const { port, language = 'en', colorScheme = 'light', withholdHosts = false } = options;
  const prefs: Record<string, Pref> = {
    ...quiet,
    ...forExtensions,
    'network.socket.forcePort': `443=${port}`,
    'intl.locale.requested': language === 'en' ? 'en-US' : language,
    'layout.css.prefers-color-scheme.content-override': colorSchemes[colorScheme],
    'ui.systemUsesDarkTheme': colorScheme === 'dark' ? 1 : 0,
    'extensions.originControls.grantByDefault': !withholdHosts,
    'browser.download.folderList': 2,
    'browser.download.dir': join(profile, 'downloads'),
  };
  if (options.frugal) Object.assign(prefs, frugal);
  if (options.strictProtection) Object.assign(prefs, strictProtection);
  if (options.firstPartyIsolation) prefs['privacy.firstparty.isolate'] = true;
  if (options.thirdPartyCookies !== undefined) {
    prefs['network.cookie.cookieBehavior'] = thirdPartyCookies[options.thirdPartyCookies];
  }
  const lines = Object.entries(prefs).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), `${lines.join('\n')}\n`);
}
