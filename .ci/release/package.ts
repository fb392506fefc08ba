import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { changelog, newestIn } from './changelog.ts';
import { filesIn, zipFiles, zipFolder } from './zip.ts';

/**
 * `npm run package`: builds for both browsers and makes the archives for the stores, and that of the sources from which anyone builds
 * the same archives again, byte by byte.
 */

const root = join(import.meta.dirname, '../..');
const output = join(root, '.output/packages');

/** What stores allow is more; this is what a page needs to stay quick to install and to read. */
const LIMIT = 500_000;

/** What is no source: what `.gitignore` names at the top, and Git's own. */
const NO_SOURCE = ['.git', 'node_modules', '.output', '.wxt'];

/** All files of the project: those that Git knows, or, in an unpacked source archive, all that are there. */
async function sources(): Promise<string[]> {
  if (!existsSync(join(root, '.git'))) return filesIn(root, NO_SOURCE);
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  if (git('status', '--porcelain') !== '')
    console.warn('There are changes that are not committed: these archives belong to no commit.');
  const names = git('ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0');
  return names.filter((name) => name !== '' && existsSync(join(root, name)));
}

/** Builds for a browser, whatever the environment says of its own. */
function build(browser: string): void {
  const wxt = join(root, 'node_modules/wxt/bin/wxt.mjs');
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(process.execPath, [wxt, 'build', '-b', browser], { cwd: root, env, stdio: 'inherit' });
}

build('chrome');
build('firefox');
const { version } = newestIn(changelog());
const archives = {
  chromium: await zipFolder(join(root, '.output/chrome-mv3')),
  firefox: await zipFolder(join(root, '.output/firefox-mv3')),
  source: await zipFiles(root, await sources()),
};
await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
for (const [of, archive] of Object.entries(archives)) {
  const name = `grantkeeper-${version}-${of}.zip`;
  await writeFile(join(output, name), archive);
  const hash = createHash('sha256').update(archive).digest('hex');
  console.log(`${hash}  ${name}  ${Math.round(archive.length / 1000)} kB`);
  if (of !== 'source' && archive.length > LIMIT) {
    console.error(`${name} is larger than ${LIMIT / 1000} kB.`);
    process.exitCode = 1;
  }
}
