import { once } from 'node:events';
import { mkdir, symlink } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import puppeteer, { type Browser as Puppeteer } from 'puppeteer-core';
import { findBrowser, oldestVersion } from '../install/find-browser.ts';
import type { LaunchOptions } from '../types.ts';

/** Chromium's own errands go nowhere instead of to the server that stands for every other host. */
const ownHosts = ['*.google.com', '*.googleapis.com', '*.gstatic.com', '*.gvt1.com'];

/**
 * Sites share a few processes instead of having one each, and none waits in reserve. Two files of journeys took 77
 * CPU-seconds instead of 92.
 */
const frugalSwitches = [
  '--disable-site-isolation-trials',
  '--disable-features=IsolateOrigins,site-per-process,SpareRendererForSitePerProcess',
  '--renderer-process-limit=2',
];

/** Without it Chromium stops the windows that a page opens by itself, as it does at a person's. */
const letsPopupsThrough = '--disable-popup-blocking';

/** Takes away Chromium's look for updates of extensions too. */
const noErrands = '--disable-background-networking';

function switches({ port, headed, colorScheme, frugal, packed }: LaunchOptions): string[] {
  const rules = [
    ...ownHosts.map((host) => `MAP ${host} ~NOTFOUND`),
    `MAP *:443 127.0.0.1:${port}`,
    'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
  ];
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    ...(packed ? [] : [noErrands]),
    '--disable-component-update',
    '--disable-sync',
    '--ignore-certificate-errors',
    '--window-size=1280,900',
    ...(frugal ? frugalSwitches : []),
    `--host-resolver-rules=${rules.join(', ')}`,
    `--blink-settings=preferredColorScheme=${colorScheme === 'dark' ? 0 : 1}`,
    ...(headed ? ['--force-color-profile=srgb'] : []),
  ];
}

/**
 * Whenever an extension is uninstalled Chromium runs these scripts, which look through the person's desktop and write
 * into their home. In our browsers they do nothing.
 *
 * @returns the folder in which they are found first
 */
async function quietTools(profile: string): Promise<string> {
  const folder = join(profile, 'bin');
  await mkdir(folder, { recursive: true });
  for (const tool of ['xdg-desktop-menu', 'xdg-icon-resource', 'xdg-mime', 'xdg-settings']) {
    await symlink('/bin/true', join(folder, tool)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
  return folder;
}

/**
 * Starts Chromium on a profile, with extensions allowed and none loaded.
 *
 * @param program the browser, where it is not the usual one
 * @throws Error when it is not there or too old
 */
export async function startChromium(
  profile: string,
  options: LaunchOptions,
  url?: string,
  program = findBrowser('chromium'),
): Promise<Puppeteer> {
  const { language = 'en', headed = false, timeZone } = options;
  const browser = await puppeteer.launch({
    executablePath: program,
    pipe: true,
    enableExtensions: true,
    headless: !headed,
    userDataDir: profile,
    defaultViewport: null,
    protocolTimeout: 15_000,
    env: {
      ...process.env,
      LANGUAGE: language,
      // What Chromium itself notes for the desktop stays out of the person's home too.
      XDG_DATA_HOME: join(profile, 'xdg'),
      PATH: [await quietTools(profile), process.env.PATH].join(delimiter),
      ...(timeZone !== undefined && { TZ: timeZone }),
    },
    ignoreDefaultArgs: [letsPopupsThrough, ...(options.packed ? [noErrands] : [])],
    args: [...switches(options), ...(url === undefined ? [] : [url])],
  });
  const version = await browser.version();
  if (Number(/\/(\d+)/u.exec(version)?.[1]) >= oldestVersion.chromium) return browser;
  await browser.close();
  throw new Error(`${version} is too old: ${oldestVersion.chromium} or newer is needed.`);
}

/** Ends the process as a crash does: nothing is written any more. */
export async function killChromium(browser: Puppeteer): Promise<void> {
  const process = browser.process();
  if (process === null) throw new Error('This Chromium is not ours to end.');
  const ended = once(process, 'exit');
  process.kill('SIGKILL');
  await ended;
}
