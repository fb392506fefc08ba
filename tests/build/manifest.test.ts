import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unpack } from '../../.ci/release/unpack.ts';
import { guardRules } from '../../utils/domain/address/guard-rules.ts';
import { contentMatches, hostPermissions, optionalHosts } from '../../utils/domain/address/host-patterns.ts';
import { builtIn } from '../../utils/domain/marketplaces/index.ts';
import { markerOrigins } from '../../utils/domain/session/marker.ts';

const output = join(import.meta.dirname, '../../.output');

const COMMON = [
  'alarms',
  'browsingData',
  'contextMenus',
  'cookies',
  'declarativeNetRequestWithHostAccess',
  'scripting',
  'storage',
  'unlimitedStorage',
  'webRequest',
];

const builds = [
  {
    folder: 'chrome-mv3',
    permissions: [...COMMON, 'sidePanel'],
    optional: ['contentSettings', 'notifications'],
  },
  { folder: 'firefox-mv3', permissions: [...COMMON, 'contextualIdentities'], optional: ['notifications'] },
];

/**
 * What Chrome and Edge do with Alt, Shift and a letter (their help pages on keyboard shortcuts); Firefox does nothing
 * with it but what a page asks for by `accesskey`.
 */
const TAKEN = ['A', 'B', 'I', 'N', 'T'].map((letter) => `Alt+Shift+${letter}`);

async function json(folder: string, file: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(join(output, folder, file), 'utf8')) as Record<string, unknown>;
}

/** Built before, by `npm run build`. */
describe.each(builds)('the build in $folder', ({ folder, permissions, optional }) => {
  it('asks for exactly the permissions and hosts of the design', async () => {
    const manifest = await json(folder, 'manifest.json');
    expect(manifest.manifest_version).toBe(3);
    expect((manifest.permissions as string[]).toSorted()).toEqual(permissions.toSorted());
    expect((manifest.optional_permissions as string[]).toSorted()).toEqual(optional);
    expect(manifest.host_permissions).toEqual(hostPermissions());
    expect(manifest.optional_host_permissions).toEqual(optionalHosts());
    expect(JSON.stringify([manifest.permissions, manifest.host_permissions])).not.toMatch(
      /<all_urls>|"tabs"|webNavigation|history/,
    );
  });

  it('suggests keys that neither browser uses for anything of its own', async () => {
    const { commands } = await json(folder, 'manifest.json');
    const keys = Object.values(commands as Record<string, { suggested_key: { default: string } }>).map(
      ({ suggested_key: { default: key } }) => key,
    );
    expect(keys).toEqual(['Alt+Shift+G', 'Alt+Shift+R']);
    expect(keys.filter((key) => TAKEN.includes(key))).toEqual([]);
  });

  it('has our script on the marketplaces’ consent pages alone', async () => {
    const manifest = await json(folder, 'manifest.json');
    expect(manifest.content_scripts).toEqual([
      { matches: contentMatches(builtIn), run_at: 'document_start', js: ['content-scripts/consent.js'] },
    ]);
  });

  it('guards from the first moment, by rules that follow from the definitions', async () => {
    const { declarative_net_request: declared } = await json(folder, 'manifest.json');
    expect(declared).toEqual({ rule_resources: [{ id: 'guard', enabled: true, path: 'guard-rules.json' }] });
    expect(await json(folder, 'guard-rules.json')).toEqual(guardRules(builtIn));
  });

  it('shows the guard and nothing else to pages', async () => {
    const { web_accessible_resources: accessible } = await json(folder, 'manifest.json');
    expect(accessible).toEqual([{ resources: ['guard.html'], matches: ['*://*/*'] }]);
  });

  it('lets its pages send nothing anywhere and stand in no frame', async () => {
    const { content_security_policy: policy } = await json(folder, 'manifest.json');
    const { extension_pages: pages } = policy as { extension_pages: string };
    expect(pages).toContain("default-src 'none'");
    expect(pages).toContain("connect-src 'none'");
    expect(pages).toContain("frame-ancestors 'none'");
    // No browser connects to port 1.
    const frames = folder === 'chrome-mv3' ? `; frame-src ${markerOrigins().join(' ')}` : '';
    expect(pages.endsWith(frames)).toBe(true);
    expect(markerOrigins().every((origin) => new URL(origin).port === '1')).toBe(true);
    expect(pages.replace(frames, '')).not.toMatch(/unsafe|https?:|\*/);
  });

  it('has no clock that anybody could set: that is the other build’s', async () => {
    const scripts = async (build: string): Promise<string> => {
      const files = await readdir(join(output, build), { recursive: true });
      const own = files.filter((file) => file.endsWith('.js')).map((file) => join(output, build, file));
      return (await Promise.all(own.map((file) => readFile(file, 'utf8')))).join('\n');
    };
    expect(await scripts(`${folder}-clock`)).toContain('test-clock');
    expect(await scripts(folder)).not.toContain('test-clock');
  });

  it('keeps what runs in pages without the schemas, and the pages of no renewal without what draws', async () => {
    const read = (file: string): Promise<string> => readFile(join(output, folder, file), 'utf8');
    const script = await read('content-scripts/consent.js');
    const card = await read('card.js');
    const worker = await read('background.js');
    // A word of each that the worker has.
    for (const word of ['invalid_union', 'VersionError']) {
      expect(worker).toContain(word);
      expect(script + card).not.toContain(word);
    }
    for (const word of ['grantkeeper-overlay', 'overlay.hint']) {
      expect(card).toContain(word);
      expect(script).not.toContain(word);
    }
  });
});

/**
 * Permissions of which the browsers tell the user nothing, so that an update may come to ask for them (permissions list of
 * developer.chrome.com; Firefox has a sentence for none of them either).
 */
const SILENT = new Set(['scripting', 'sidePanel', 'contextMenus']);

/** The earlier release that an update must ask nothing beyond. */
const RELEASES = [
  { folder: 'chrome-mv3', zip: '0.1.0-chromium.zip' },
  { folder: 'firefox-mv3', zip: '0.1.0-firefox.zip' },
];

describe.each(RELEASES)('an update to the build in $folder', ({ folder, zip }) => {
  it('asks for nothing that the first release did not have, so that it switches no copy off', async () => {
    const kept = join(output, 'releases', zip.replace('.zip', ''));
    await unpack(await readFile(join(import.meta.dirname, '../e2e/data/releases', zip)), kept);
    const before = JSON.parse(await readFile(join(kept, 'manifest.json'), 'utf8'));
    const now = await json(folder, 'manifest.json');
    const more = (member: string): string[] =>
      (now[member] as string[]).filter((each) => !before[member].includes(each));
    expect(more('host_permissions')).toEqual([]);
    expect(more('permissions').filter((each) => !SILENT.has(each))).toEqual([]);
    // The pages into which a script goes count like hosts.
    const [script] = now.content_scripts as [{ matches: string[] }];
    const hosts = (before.host_permissions as string[]).map((each) => each.replace(/^.*\*\.|\/\*$/g, ''));
    const outside = script.matches.filter((each) => {
      const [host = ''] = each.replace(/^\*:\/\/(\*\.)?/, '').split('/');
      return !hosts.some((known) => host === known || host.endsWith(`.${known}`));
    });
    expect(outside).toEqual([]);
  });
});

describe('the build for Chromium', () => {
  it('works in private windows by itself', async () => {
    expect((await json('chrome-mv3', 'manifest.json')).incognito).toBe('split');
  });
});
