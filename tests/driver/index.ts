import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChromiumBrowser } from './chromium/browser.ts';
import { prepareProfile } from './chromium/profile.ts';
import { FirefoxBrowser } from './firefox/browser.ts';
import { writePrefs } from './firefox/prefs.ts';
import { readManifest } from './manifest.ts';
import type { Browser, BrowserKind, LaunchOptions } from './types.ts';

export type * from './types.ts';

/**
 * Starts a browser with the extension installed; resolves once its background has started for the first time.
 * Neither browser reaches anything but 127.0.0.1.
 *
 * @throws Error when the browser or the built extension is not there, or the browser is too old
 */
export async function launch(kind: BrowserKind, options: LaunchOptions): Promise<Browser> {
  const { extension, profile: kept } = options;
  const manifest = extension === undefined ? undefined : await readManifest(extension);
  const profile = kept ?? (await mkdtemp(join(tmpdir(), `grantkeeper-${kind}-`)));
  await mkdir(profile, { recursive: true });
  const discard = async () => {
    if (kept === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const prepare = kind === 'chromium' ? prepareProfile : writePrefs;
  await prepare(profile, options);
  const Kind = kind === 'chromium' ? ChromiumBrowser : FirefoxBrowser;
  const browser = new Kind(profile, options, manifest, discard);
  try {
    await browser.launch();
  } catch (error) {
    await browser.close().catch(() => undefined);
    throw error;
  }
  return browser;
}
