import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { GUARD_PATH, guardRules } from './utils/domain/address/guard-rules.ts';
import { hostPermissions } from './utils/domain/address/host-patterns.ts';
import { marketplaces } from './utils/domain/marketplaces/index.ts';
import { marketplaceSchema } from './utils/domain/marketplaces/schema.ts';
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

/** Chromium's optional permission to allow one shop's pop-ups for one renewal. */
const OPTIONAL = { chromium: ['notifications', 'contentSettings'], firefox: ['notifications'] };

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/i18n/module'],
  i18n: { localesDir: 'utils/locales' },
  // The oldest browsers that the manifests admit: nothing is rewritten for older ones.
  vite: () => ({ plugins: [preact()], build: { target: ['chrome148', 'firefox147'] } }),
  hooks: {
    'build:publicAssets': (_, files) => {
      files.push({ relativeDest: 'guard-rules.json', contents: JSON.stringify(guardRules(), null, 1) });
    },
    'build:manifestGenerated': (wxt, manifest) => {
      if (wxt.config.command === 'build') {
        const policy = wxt.config.browser === 'firefox' ? PAGE_POLICY : [...PAGE_POLICY, MARKER_FRAMES];
        manifest.content_security_policy = { extension_pages: policy.join('; ') };
      }
    },
  },
  manifest: ({ browser, mode }) => {
    const firefox = browser === 'firefox';
    // No test can press on Chromium's question for them; the build whose clock tests set has them from the beginning.
    const unasked = mode === 'clock' && !firefox ? OPTIONAL.chromium : [];
    return {
      name: '__MSG_extName__',
      description: '__MSG_extDescription__',
      default_locale: 'en',
      permissions: [
        'storage',
        'unlimitedStorage',
        'alarms',
        'cookies',
        'browsingData',
        'webRequest',
        'declarativeNetRequestWithHostAccess',
        ...(firefox ? ['contextualIdentities'] : []),
        ...unasked,
      ],
      host_permissions: hostPermissions(),
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
      ...(firefox
        ? {
            browser_specific_settings: {
              gecko: {
                id: 'grantkeeper@grantkeeper.example',
                strict_min_version: '147.0',
                data_collection_permissions: { required: ['none'] },
              },
            },
          }
        : {
            minimum_chrome_version: '148',
            incognito: 'split' as const,
            storage: { managed_schema: 'managed-schema.json' },
          }),
    };
  },
});
