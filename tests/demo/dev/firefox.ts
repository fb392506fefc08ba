import { rmSync, watch } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { writePrefs } from '../../driver/firefox/prefs.ts';
import { type FirefoxProcess, startFirefox } from '../../driver/firefox/process.ts';
import { HOME } from '../by-hand.ts';
import { buildExtension, builtForFirefox, hasDisplay, root } from '../prepare.ts';

const SOURCES = ['components', 'entrypoints', 'public', 'utils'];
/** Editors write a file more than once. */
const QUIET_MS = 200;

/** Calls when something below the sources has changed, once for all that changes at the same time. */
function onChange(call: () => void): void {
  let waiting: NodeJS.Timeout | undefined;
  for (const folder of SOURCES) {
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(waiting);
      waiting = setTimeout(call, QUIET_MS);
    });
  }
}

async function openWindow(port: number): Promise<FirefoxProcess> {
  const profile = await mkdtemp(join(tmpdir(), 'grantkeeper-demo-'));
  await writePrefs(profile, { port });
  const window = await startFirefox(profile, { headed: true }, HOME);
  // After the listener that ends the browser.
  process.once('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
  return window;
}

/**
 * Builds the extension after each change and loads it again, in a Firefox that knows nothing else. WXT's development
 * mode has pages load scripts from its server, which Firefox forbids to extensions of Manifest V3. Without a display
 * it is built all the same.
 *
 * @param simulator its port
 */
export async function developInFirefox(simulator: { port: number }): Promise<void> {
  await buildExtension('firefox');
  if (!hasDisplay()) {
    const folder = relative(root, builtForFirefox);
    console.log(`There is no display here, so no window is opened: load ${folder} in a browser yourself.`);
  }
  const window = hasDisplay() ? await openWindow(simulator.port) : undefined;
  const load = () =>
    window?.bidi.send('webExtension.install', { extensionData: { type: 'path', path: builtForFirefox } });
  await load();
  let turn = Promise.resolve();
  onChange(() => {
    turn = turn.then(async () => {
      try {
        await buildExtension('firefox');
        await load();
        console.log('Built and loaded again.');
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
      }
    });
  });
}
