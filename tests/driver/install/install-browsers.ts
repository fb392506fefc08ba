import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { BrowserKind } from '../types.ts';
import { lookForBrowser, majorVersion, oldestVersion } from './find-browser.ts';

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

/** Installs what is missing, where that can be done without asking; what it could not is found missing later. */
function install(kinds: readonly BrowserKind[]): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  // A browser from elsewhere brings its own languages and is left as it is.
  const wanted = kinds.flatMap((kind) => {
    const path = lookForBrowser(kind);
    return path === undefined || path.startsWith('/usr/bin/') ? packages[kind] : [];
  });
  const missing = missingPackages([...new Set(wanted)]);
  if (missing.length === 0) return;
  console.log(`Installing ${missing.join(', ')} …`);
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...missing);
  } catch {
    console.error(`apt-get could not install ${missing.join(', ')}.`);
  }
}

/** A browser that will do, or the sentence that says why there is none. */
type Found = { kind: BrowserKind; path: string; version: number } | { kind: BrowserKind; problem: string };

async function find(kind: BrowserKind): Promise<Found> {
  const oldest = oldestVersion[kind];
  const path = lookForBrowser(kind);
  if (path === undefined) return { kind, problem: `No ${kind}: install version ${oldest} or newer.` };
  const version = await majorVersion(path);
  if (version >= oldest) return { kind, path, version };
  return { kind, problem: `${path} is ${kind} ${version}, too old: ${oldest} or newer is needed.` };
}

/**
 * Makes sure that these browsers, their languages and a font are there: as root on Debian it installs them.
 *
 * @throws Error when an environment variable names something that is no program
 */
export async function installBrowsers(kinds: readonly BrowserKind[]): Promise<Found[]> {
  install(kinds);
  return Promise.all(kinds.map(find));
}

if (import.meta.main) {
  for (const found of await installBrowsers(['chromium', 'firefox'])) {
    if ('problem' in found) {
      console.error(found.problem);
      process.exitCode = 1;
    } else console.log(`${found.kind} ${found.version}: ${found.path}`);
  }
}
