import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

const sources = globSync(['{utils,components,entrypoints}/**/*.{ts,tsx,html}', 'wxt.config.ts'], {
  cwd: root,
})
  .map((name) => readFileSync(join(root, name), 'utf8'))
  .join('\n');

/** Keys that the code puts together, as patterns: `login.${…}` stands for all below `login`. */
const patterns = [...sources.matchAll(/t\(`([\w.]*\$\{[^`]+)`/g)].map(
  ([, template = '']) => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]+\}/g, '\\w+')}$`),
);

function isUsed(key: string): boolean {
  const plain = [`'${key}'`, `\`${key}\``, `"${key}"`, `__MSG_${key.replaceAll('.', '_')}__`];
  return plain.some((way) => sources.includes(way)) || patterns.some((pattern) => pattern.test(key));
}

it('no text is shipped that nothing says', async () => {
  const messages = await parseMessagesFile(join(root, 'utils/locales/en.yml'));
  const keys = messages.map(({ key }) => key.join('.')).filter((key) => !key.startsWith('@@'));
  expect(keys.length).toBeGreaterThan(500);
  expect(keys.filter((key) => !isUsed(key))).toEqual([]);
});
