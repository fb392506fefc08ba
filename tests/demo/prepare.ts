import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installBrowsers } from '../driver/install/install-browsers.ts';

export const root = join(import.meta.dirname, '../..');

/** Where WXT puts the extension for Chromium, built and in development. */
export const built = join(root, '.output/chrome-mv3');
export const builtForDevelopment = join(root, '.output/chrome-mv3-dev');
/** Where it puts the extension for Firefox. */
export const builtForFirefox = join(root, '.output/firefox-mv3');

/**
 * Makes sure that there is a Chromium that will do.
 *
 * @returns its path and version, for a person
 * @throws Error with one sentence on how to get one
 */
export async function findChromium(): Promise<string> {
  const [found] = await installBrowsers(['chromium']);
  if (found && 'path' in found) return `${found.path}, version ${found.version}`;
  const way = 'Name another in GRANTKEEPER_CHROMIUM, or run this as root on Debian to have it installed.';
  throw new Error(`${found?.problem} ${way}`);
}

/** Builds the extension, for Chromium if nothing is said. @throws Error with the builder's own words */
export async function buildExtension(browser: 'chrome' | 'firefox' = 'chrome'): Promise<void> {
  const wxt = join(root, 'node_modules/wxt/bin/wxt.mjs');
  await promisify(execFile)(process.execPath, [wxt, 'build', '-b', browser], { cwd: root });
}

/** @throws Error with one sentence where a window could not be shown */
export function needDisplay(): void {
  if (hasDisplay()) return;
  throw new Error('There is no display here for a window: set DISPLAY, or leave --headed out.');
}

/** Whether windows can be shown. */
export function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}
