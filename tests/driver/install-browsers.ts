import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { lookForBrowser, majorVersion, oldestVersion } from './find-browser.ts';
import type { BrowserKind } from './types.ts';

/** Debian's packages: the browser, its languages, and glyphs for the pages. */
const packages: Record<BrowserKind, string[]> = {
  chromium: ['chromium', 'chromium-l10n', 'fonts-liberation'],
  firefox: ['firefox-esr', 'firefox-esr-l10n-de', 'firefox-esr-l10n-fr', 'fonts-liberation'],
};

function apt(...args: string[]): void {
  execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function missingPackages(names: string[]): string[] {
  return names.filter((name) => {
    try {
      execFileSync('dpkg', ['-s', name], { stdio: 'ignore' });
      return false;
    } catch {
      return true;
    }
  });
}

const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
const kinds: BrowserKind[] = ['chromium', 'firefox'];

/** A browser from elsewhere brings its own languages and is left as it is. */
const wanted = kinds.flatMap((kind) => {
  const path = lookForBrowser(kind);
  return path === undefined || path.startsWith('/usr/bin/') ? packages[kind] : [];
});
const missing = isDebianRoot ? missingPackages([...new Set(wanted)]) : [];
if (missing.length > 0) {
  console.log(`Installing ${missing.join(', ')} …`);
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...missing);
}

for (const kind of kinds) {
  const path = lookForBrowser(kind);
  if (path === undefined) {
    console.error(`No ${kind}: install version ${oldestVersion[kind]} or newer.`);
    process.exitCode = 1;
    continue;
  }
  const version = await majorVersion(path);
  console.log(`${kind} ${version}: ${path}`);
  if (version >= oldestVersion[kind]) continue;
  console.error(`${kind} ${version} is too old: ${oldestVersion[kind]} or newer is needed.`);
  process.exitCode = 1;
}
