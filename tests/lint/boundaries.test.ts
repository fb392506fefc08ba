import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FLOORS, THINGS } from './import-rule.ts';

const root = join(import.meta.dirname, '../..');
const using = (from: string): string => `import { x } from '${from}';\nconsole.log(x);\n`;

/** A specifier that a pattern of the linter means. */
const meantBy = (pattern: string): string => pattern.replace('**/', '@/utils/').replace('/**', '/some.ts');

/** A place, what must not stand there, and what the linter says: where it belongs, or why not. */
const refused: [folder: string, source: string, says: RegExp][] = [
  ['utils/domain', using('../flows/engine/runs.ts'), /belongs in utils\/flows/],
  ['utils/domain', using('../platform/surface/tabs.ts'), /belongs in utils\/platform or utils\/db/],
  ['utils/domain', using('webextension-polyfill'), /belongs in utils\/platform/],
  ['utils/domain/marketplaces', using('../../db/database.ts'), /belongs in utils\/platform or utils\/db/],
  ['utils/domain', using('#i18n'), /belongs in components, entrypoints or utils\/texts/],
  ['utils/flows', using('../platform/surface/tabs.ts'), /utils\/flows\/ports/],
  ['utils/flows', using('../db/repositories.ts'), /utils\/flows\/ports/],
  ['utils/flows', using('../texts/due/days.ts'), /utils\/texts/],
  ['utils/flows', 'browser.tabs.query({});', /noRestrictedGlobals/],
  ['utils/texts', using('../platform/surface/tabs.ts'), /data comes in as arguments/],
  ['utils/platform', using('../db/database.ts'), /entrypoints\/background\/ports\.ts/],
  ['utils/db', using('../platform/surface/tabs.ts'), /entrypoints\/background\/ports\.ts/],
  ['components', using('@/utils/flows/reading/views.ts'), /entrypoint that uses it/],
  ['components', using('@/utils/messages/send.ts'), /entrypoint that uses it/],
  ['entrypoints/popup', using('@/utils/db/database.ts'), /by message/],
  ['entrypoints/guard', using('@/entrypoints/popup/Popup.tsx'), /components or utils/],
  ['entrypoints/consent.content', using('zod'), /must stay small/],
  ['entrypoints/consent.content', 'fetch("/x");', /noRestrictedGlobals/],
  ['entrypoints/popup', 'new XMLHttpRequest();', /noRestrictedGlobals/],
  ['utils/platform', 'new WebSocket("wss://x.example");', /noRestrictedGlobals/],
  ['entrypoints/consent.content', 'navigator.sendBeacon("/x");', /Nothing leaves the browser/],
];

const allowed: [folder: string, source: string][] = [
  ['utils/flows', using('../domain/run/run.ts')],
  ['utils/platform', using('../flows/ports/ports.ts')],
  ['utils/platform', using('./browser.ts')],
  ['components', using('@/utils/texts/due/days.ts')],
];

/** The rule itself, line by line. */
for (const { at, knows, refuses, but = [] } of FLOORS) {
  for (const folder of at) {
    for (const [things, says] of refuses)
      for (const pattern of things.flatMap((thing) => THINGS[thing]))
        refused.push([folder, using(meantBy(pattern)), new RegExp(RegExp.escape(says))]);
    for (const thing of knows) allowed.push([folder, using(meantBy(THINGS[thing][0]))]);
    for (const file of but) allowed.push([folder, using(meantBy(file))]);
  }
}

interface Finding {
  location: { path: string | { file: string } };
  message: unknown;
  description?: string;
  advices?: unknown;
}

/** Every source in a folder of its own, in one copy of the tree's shape that is linted once. */
describe('the linter', () => {
  const sources = [...refused, ...allowed];
  const nameOf = (index: number): string => `case-${index}.ts`;
  let tree = '';
  let findings: Finding[] = [];
  const said = (index: number): string =>
    JSON.stringify(
      findings.filter(({ location }) => JSON.stringify(location).includes(`/${nameOf(index)}"`)),
    );

  beforeAll(async () => {
    tree = await mkdtemp(join(tmpdir(), 'grantkeeper-lint-'));
    const config = JSON.parse(await readFile(join(root, 'biome.json'), 'utf8')) as {
      vcs: { enabled: boolean };
    };
    config.vcs.enabled = false;
    await writeFile(join(tree, 'biome.json'), JSON.stringify(config));
    for (const name of ['no-beacon.grit', 'import-rule.biome.json'])
      await cp(join(root, 'tests/lint', name), join(tree, 'tests/lint', name));
    for (const [index, [folder, source]] of sources.entries()) {
      const file = join(tree, folder, nameOf(index));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, source);
    }
    const { stdout } = spawnSync(
      join(root, 'node_modules/.bin/biome'),
      ['lint', '--reporter=json', '--max-diagnostics=none', tree],
      { cwd: tree, encoding: 'utf8' },
    );
    findings = (JSON.parse(stdout) as { diagnostics: Finding[] }).diagnostics;
  });
  afterAll(() => rm(tree, { recursive: true }));

  it.each(refused.map(([folder, source, says], index) => ({ folder, source, says, index })))(
    'refuses in $folder: $source',
    ({ says, index }) => expect(said(index)).toMatch(says),
  );

  it.each(allowed.map(([folder, source], index) => ({ folder, source, index: refused.length + index })))(
    'lets stand in $folder: $source',
    ({ index }) => expect(said(index)).not.toMatch(/noRestricted/),
  );
});
