import { chmod, cp, mkdtemp, readFile, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import linter from 'addons-linter';
import { describe, expect, it, onTestFinished } from 'vitest';
import { without } from '../../.ci/build/part.ts';
import { LIMITS, weigh } from '../../.ci/build/sizes.ts';
import { OLDEST } from '../../.ci/build/support.ts';
import { PARTS } from '../../.ci/build/unused-parts.ts';
import { newestIn, notesIn } from '../../.ci/release/changelog.ts';
import { filesIn, zipFolder } from '../../.ci/release/zip.ts';

const root = join(import.meta.dirname, '../..');
const builds = ['chrome-mv3', 'firefox-mv3'].map((name) => join(root, '.output', name));

const text = (...path: string[]): Promise<string> => readFile(join(root, ...path), 'utf8');
const json = async (...path: string[]): Promise<Record<string, unknown>> => JSON.parse(await text(...path));

async function scripts(build: string): Promise<string> {
  const names = (await filesIn(build)).filter((name) => name.endsWith('.js'));
  return (await Promise.all(names.map((name) => readFile(join(build, name), 'utf8')))).join('\n');
}

async function scratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'grantkeeper-release-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe('a release', () => {
  it('passes Mozilla’s linter without errors, warnings and notices', { timeout: 60_000 }, async () => {
    const found = await linter
      .createInstance({
        config: { _: [builds[1]], logLevel: 'fatal', output: 'json', shouldScanFile: () => true },
        runAsBinary: false,
      })
      .run();
    expect([...found.errors, ...found.warnings, ...found.notices]).toEqual([]);
    // It did look: this many files at least.
    expect(found.metadata.totalScannedFileSize).toBeGreaterThan(300_000);
  });

  it('has one version everywhere: that of CHANGELOG.md', async () => {
    const { version } = newestIn(await text('CHANGELOG.md'));
    expect((await json('package.json')).version).toBe(version);
    expect((await json('package-lock.json')).version).toBe(version);
    for (const build of ['chrome-mv3', 'firefox-mv3'])
      expect((await json('.output', build, 'manifest.json')).version).toBe(version);
  });

  it('admits the browsers that README.md and CHANGELOG.md name', async () => {
    expect(await json('.output/chrome-mv3/manifest.json')).toMatchObject({
      minimum_chrome_version: String(OLDEST.chromium),
    });
    const { browser_specific_settings: settings } = await json('.output/firefox-mv3/manifest.json');
    expect(settings).toEqual({
      gecko: {
        id: '@grantkeeper',
        strict_min_version: `${OLDEST.firefox}.0`,
        data_collection_permissions: { required: ['none'] },
      },
    });
    expect(await text('README.md')).toMatch(new RegExp(`Chrome.*\\(${OLDEST.chromium} or newer\\)`));
    expect(await text('README.md')).toMatch(new RegExp(`Firefox.*\\(${OLDEST.firefox} or newer\\)`));
    expect(await text('CHANGELOG.md')).toContain(`Chromium ${OLDEST.chromium} and Firefox ${OLDEST.firefox}`);
  });

  it('leaves its id to the stores', async () => {
    expect(await json('.output/chrome-mv3/manifest.json')).not.toHaveProperty('key');
  });

  it.each(builds)('in %s weighs no more than it may', async (build) => {
    const { table, tooHeavy } = await weigh(build);
    expect(table).toHaveLength(LIMITS.length);
    expect(tooHeavy).toEqual([]);
    expect((await zipFolder(build)).length).toBeLessThan(500_000);
  });

  it.each(builds)('in %s makes no code and no HTML out of text', async (build) => {
    const code = await scripts(build);
    const ways = /new Function\b|\beval\(|\.innerHTML\s*=|\.outerHTML\s*=|insertAdjacentHTML/g;
    expect(code.match(ways) ?? []).toEqual([]);
  });

  it.each(builds)('in %s holds neither sources of facts nor samples', async (build) => {
    const code = await scripts(build);
    expect(code.match(/(checkedOn|certainty):\s*[`'"]|samples:\s*\{/g) ?? []).toEqual([]);
  });

  it.each(builds)('in %s holds what follows from the definitions all the same', async (build) => {
    const code = await scripts(build);
    const facts = ['/apps/authorize/', 'auth2.sandbox.ebay.com', 'microtech büro+'];
    expect(facts.filter((fact) => !code.includes(fact))).toEqual([]);
  });
});

describe('what a build leaves out', () => {
  it.each(PARTS)('is in $file once', async ({ file, from, to }) => {
    const code = await text('node_modules', file);
    expect(code.split(from)).toHaveLength(2);
    expect(code.indexOf(to, code.indexOf(from))).toBeGreaterThan(0);
  });

  it('stops the build where a dependency has changed', () => {
    const part = { file: 'a.js', from: 'begin', to: 'end', instead: '-' };
    expect(without('1 begin 2 end 3', part)).toBe('1 -end 3');
    expect(() => without('1 start 2 end 3', part)).toThrow('a.js has changed');
    expect(() => without('1 begin 2', part)).toThrow('a.js has changed');
  });
});

describe('an archive', () => {
  it('does not depend on times, umask and place', async () => {
    const folder = await scratch();
    const [a, b] = [join(folder, 'a'), join(folder, 'b/deeper')];
    for (const copy of [a, b]) await cp(join(root, 'docs'), copy, { recursive: true });
    for (const name of await filesIn(b)) {
      await chmod(join(b, name), 0o600);
      await utimes(join(b, name), 1, 1);
    }
    expect((await zipFolder(b)).equals(await zipFolder(a))).toBe(true);
  });
});

describe('the changelog', () => {
  const entry = '# Changelog\n\n## [0.2.0] – 2027-01-31\n\n- New.\n\n## [0.1.0] – 2026-12-01\n\n- First.\n';

  it('names the newest version, its day and its notes', () => {
    expect(newestIn(entry)).toEqual({ version: '0.2.0', releasedOn: '2027-01-31' });
    expect(notesIn(entry)).toBe('- New.');
    expect(newestIn('## [0.1.0] – unreleased\n')).toEqual({ version: '0.1.0' });
    expect(() => newestIn('## Unreleased\n')).toThrow('CHANGELOG.md has no heading');
  });
});
