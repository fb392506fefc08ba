import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { compactJson } from './.ci/build/compact.ts';
import { withoutProvenance } from './.ci/build/provenance.ts';
import { weigh } from './.ci/build/sizes.ts';
import { OLDEST } from './.ci/build/support.ts';
import { DEXIE, unusedParts } from './.ci/build/unused-parts.ts';
import { changelog, newestIn } from './.ci/release/changelog.ts';
import { GUARD_PATH, guardRules } from './utils/domain/address/guard-rules.ts';
import { hostPermissions, optionalHosts } from './utils/domain/address/host-patterns.ts';
import { marketplaceSchema } from './utils/domain/marketplaces/definition/schema.ts';
import { builtIn, marketplaces } from './utils/domain/marketplaces/index.ts';
import { markerOrigins } from './utils/domain/session/marker.ts';

/** A definition that does not fit its schema must not become a manifest. */
for (const marketplace of marketplaces) marketplaceSchema.parse(marketplace);

/**
 * Pages of ours load nothing from anywhere, send nothing anywhere, and stand in no frame. The guard asks for markers in
 * a frame, at a port to which no browser connects.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];
const MARKER_FRAMES = `frame-src ${markerOrigins().join(' ')}`;

/** A public key alone: nothing is signed with it. */
const DEVELOPMENT_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAyQBbpuOzrzKjAl/IOCfSaIVxBAojsScl8SjOiMO7dERt8XUqWfb53t7l6xeeY1a7GXfNiIQQZvfh5NPg6zmPjcmeF9v6a7kVQIdYsMYj6yqLJ9zAT3cQFH2MU/0Ttz63PxZ412m9D+IceswqrFv4zQNvamzXkPJyDvYT+5kH6MFBfns2kTrLGhpVsqck4QvESJkolINRiWaS0tHAH6VF8XTGqgM2agO8NmL5cOx0Q3GNAt78f740vhI781HzZxjZMpl2cMEo8Wo4JDKj7ofuP2ZfSp4gA8dcyLn4W3+ufD5ux9uXACyACk9TcTPoY3/F6NZpc9gyedL92eU5RqILXwIDAQAB';

/** Chromium's optional permission to allow one shop's pop-ups for one renewal. */
const OPTIONAL = { chromium: ['notifications', 'contentSettings'], firefox: ['notifications'] };

/** The toolbar's page, which stays open in the side panel (`utils/platform/surface/side-panel.ts`). */
const SIDE_PANEL = 'popup.html?in=panel';

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/i18n/module'],
  i18n: { localesDir: 'utils/locales' },
  vite: () => ({
    plugins: [preact(), unusedParts(), withoutProvenance()],
    resolve: { alias: [DEXIE] },
    // Nothing is rewritten for browsers that the manifests do not admit.
    build: { target: [`chrome${OLDEST.chromium}`, `firefox${OLDEST.firefox}`] },
  }),
  hooks: {
    'build:publicAssets': (_, files) => {
      files.push({
        relativeDest: 'guard-rules.json',
        contents: JSON.stringify(guardRules(builtIn), null, 1),
      });
    },
    'build:manifestGenerated': (wxt, manifest) => {
      if (wxt.config.command === 'build') {
        const policy = wxt.config.browser === 'firefox' ? PAGE_POLICY : [...PAGE_POLICY, MARKER_FRAMES];
        manifest.content_security_policy = { extension_pages: policy.join('; ') };
      }
    },
    'build:done': async (wxt) => {
      if (wxt.config.command !== 'build') return;
      await compactJson(wxt.config.outDir);
      if (wxt.config.mode !== 'production') return;
      const { table, tooHeavy } = await weigh(wxt.config.outDir);
      wxt.logger.info(`Sizes\n${table.join('\n')}`);
      if (tooHeavy.length > 0)
        throw new Error(`Over the limit of .ci/build/sizes.ts: ${tooHeavy.join(', ')}`);
    },
  },
  manifest: ({ browser, mode, command }) => {
    const firefox = browser === 'firefox';
    // No test can press on Chromium's question for them; the build whose clock tests set has them from the beginning.
    const unasked = mode === 'clock' && !firefox ? OPTIONAL.chromium : [];
    return {
      name: '__MSG_extName__',
      description: '__MSG_extDescription__',
      default_locale: 'en',
      version: newestIn(changelog()).version,
      permissions: [
        'storage',
        'unlimitedStorage',
        'alarms',
        'contextMenus',
        'cookies',
        'browsingData',
        'webRequest',
        'declarativeNetRequestWithHostAccess',
        'scripting',
        ...(firefox ? ['contextualIdentities'] : ['sidePanel']),
        ...unasked,
      ],
      host_permissions: hostPermissions(),
      optional_host_permissions: optionalHosts(),
      optional_permissions: (firefox ? OPTIONAL.firefox : OPTIONAL.chromium).filter(
        (permission) => !unasked.includes(permission),
      ),
      declarative_net_request: {
        rule_resources: [{ id: 'guard', enabled: true, path: 'guard-rules.json' }],
      },
      web_accessible_resources: [{ resources: [GUARD_PATH.slice(1)], matches: ['*://*/*'] }],
      icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
      action: {
        default_icon: { 16: 'icon/16.png', 24: 'icon/24.png', 32: 'icon/32.png', 48: 'icon/48.png' },
        default_title: '__MSG_extName__',
      },
      commands: {
        _execute_action: { suggested_key: { default: 'Alt+Shift+G' } },
        'renew-due': { suggested_key: { default: 'Alt+Shift+R' }, description: '__MSG_menu_renewDue__' },
      },
      ...(firefox
        ? {
            sidebar_action: {
              default_panel: SIDE_PANEL,
              default_title: '__MSG_extName__',
              default_icon: 'icon/grantkeeper.svg',
              open_at_install: false,
            },
            browser_specific_settings: {
              gecko: {
                id: '@grantkeeper',
                strict_min_version: `${OLDEST.firefox}.0`,
                data_collection_permissions: { required: ['none'] },
              },
            },
          }
        : {
            minimum_chrome_version: String(OLDEST.chromium),
            // A folder that is loaded has the same id on every machine; the stores give a release its own.
            ...(command === 'serve' && { key: DEVELOPMENT_KEY }),
            side_panel: { default_path: SIDE_PANEL },
            incognito: 'split' as const,
            storage: { managed_schema: 'managed-schema.json' },
          }),
    };
  },
});
