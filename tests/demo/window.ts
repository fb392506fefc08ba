import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { startChromium } from '../driver/chromium/process.ts';
import { prepareProfile } from '../driver/chromium/profile.ts';
import type { LaunchOptions } from '../driver/index.ts';

/** The id that Chromium gives an unpacked extension without a key: 32 letters for the hash of its folder's path. */
function idOf(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return hash.replaceAll(/[\da-f]/gu, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/** A fresh profile with the extension's button in sight; it is gone when this process is. */
async function newProfile(extension: string): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'grantkeeper-demo-'));
  await mkdir(join(profile, 'Default'));
  const preferences = { extensions: { pinned_extensions: [idOf(extension)] } };
  await writeFile(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  return profile;
}

export interface WindowOptions extends LaunchOptions {
  extension: string;
  /** What the window shows first. */
  url: string;
}

/** Opens a Chromium window with the extension for a person; it ends with this process at the latest. */
export async function openWindow(options: WindowOptions): Promise<Browser> {
  const { extension, url } = options;
  const profile = await newProfile(extension);
  await prepareProfile(profile, options);
  const browser = await startChromium(profile, { ...options, headed: true });
  // After puppeteer's own listener, which ends the browser.
  process.once('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
  await browser.installExtension(extension);
  const [page] = await browser.pages();
  await page?.goto(url);
  return browser;
}

/** Ctrl+C is how a person ends what goes on until then: nothing went wrong. */
export function endOnSignal(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(0));
}
