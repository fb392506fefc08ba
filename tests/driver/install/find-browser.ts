import { execFile } from 'node:child_process';
import { accessSync, constants, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { OLDEST } from '../../../.ci/build/support.ts';
import type { BrowserKind } from '../types.ts';

interface Places {
  /** Environment variables that name the program, in this order. */
  variables: string[];
  /** Names to look for on the PATH. */
  commands: string[];
  /** Patterns of whole paths: fixed places of macOS and Windows, the caches of puppeteer and playwright. */
  patterns: string[];
}

const cache = join(homedir(), '.cache');
const programs = [
  process.env.PROGRAMFILES,
  process.env['PROGRAMFILES(X86)'],
  process.env.LOCALAPPDATA,
].filter((folder) => folder !== undefined);

const places: Record<BrowserKind, Places> = {
  chromium: {
    variables: ['GRANTKEEPER_CHROMIUM', 'CHROME_PATH', 'PUPPETEER_EXECUTABLE_PATH'],
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    patterns: [
      '/Applications/{Chromium,Google Chrome}.app/Contents/MacOS/{Chromium,Google Chrome}',
      ...programs.map((folder) => join(folder, '{Chromium,Google/Chrome}/Application/chrome.exe')),
      join(cache, 'puppeteer/chrome/*/chrome-*/{chrome,chrome.exe}'),
      join(cache, 'ms-playwright/chromium-*/chrome-*/{chrome,chrome.exe}'),
    ],
  },
  firefox: {
    variables: ['GRANTKEEPER_FIREFOX', 'FIREFOX_PATH'],
    commands: ['firefox-esr', 'firefox'],
    patterns: [
      '/Applications/Firefox*.app/Contents/MacOS/firefox',
      ...programs.map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
      join(cache, 'puppeteer/firefox/*/firefox/{firefox,firefox.exe}'),
    ],
  },
};

/** The oldest major versions that the extension's manifests allow. */
export const oldestVersion: Record<BrowserKind, number> = OLDEST;

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Path of an installed browser: named by the environment, on the PATH, in the system's usual places, in the
 * cache of a test tool (the newest there).
 *
 * @returns `undefined` when there is none
 * @throws Error when an environment variable names something that is no program
 */
export function lookForBrowser(kind: BrowserKind): string | undefined {
  const { variables, commands, patterns } = places[kind];
  for (const variable of variables) {
    const path = process.env[variable];
    if (path === undefined || path === '') continue;
    if (isProgram(path)) return path;
    throw new Error(`${variable} is ${path}, which is no program.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  const elsewhere = patterns.flatMap((pattern) => globSync(pattern).sort().reverse());
  return [...onPath, ...elsewhere].find(isProgram);
}

/** @throws Error with the way to get the browser when there is none */
export function findBrowser(kind: BrowserKind): string {
  const path = lookForBrowser(kind);
  if (path !== undefined) return path;
  throw new Error(
    `No ${kind} was found: run \`npm run browsers\` as root on Debian, or install ` +
      `version ${oldestVersion[kind]} or newer and name it in ${places[kind].variables[0]}.`,
  );
}

/** Major version of a browser's program. @throws Error when it does not tell one */
export async function majorVersion(path: string): Promise<number> {
  const { stdout } = await promisify(execFile)(path, ['--version']);
  const major = /\b(\d+)\.\d/u.exec(stdout)?.[1];
  if (major === undefined) throw new Error(`${path} --version says no version: ${stdout}`);
  return Number(major);
}
