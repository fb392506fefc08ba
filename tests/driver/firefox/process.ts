import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { findBrowser, oldestVersion } from '../install/find-browser.ts';
import type { LaunchOptions } from '../types.ts';
import { within } from '../wait.ts';
import { Bidi } from './bidi.ts';

/** Milliseconds from the start of the process until it listens, on a machine under load. */
const startLimit = 60_000;

export interface FirefoxProcess {
  bidi: Bidi;
  version: string;
  /** Lets Firefox write everything and go. */
  quit(): Promise<void>;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += String(chunk);
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/u.exec(output)?.[1];
      if (address === undefined) return;
      child.stderr?.off('data', read).resume();
      resolve(address);
    };
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`Firefox ended with ${code} at its start:\n${output}`)));
    child.once('error', reject);
  });
}

/**
 * Starts Firefox on a prepared profile and connects to it.
 *
 * @throws Error when it is not there, too old, or does not come up
 */
export async function startFirefox(
  profile: string,
  { headed = false, timeZone }: Pick<LaunchOptions, 'headed' | 'timeZone'>,
  url = 'about:blank',
): Promise<FirefoxProcess> {
  const child = spawn(
    findBrowser('firefox'),
    [
      '--no-remote',
      ...['--profile', profile],
      ...['--remote-debugging-port', '0'],
      '--remote-allow-system-access',
      ...(headed ? [] : ['--headless']),
      ...['--width', '1280', '--height', '900'],
      url,
    ],
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      // Ends Firefox at any connection that would leave the machine.
      env: {
        ...process.env,
        MOZ_DISABLE_NONLOCAL_CONNECTIONS: '1',
        ...(timeZone !== undefined && { TZ: timeZone }),
      },
    },
  );
  const gone = once(child, 'exit');
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  const kill = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  try {
    const bidi = await Bidi.connect(await within('the start of Firefox', startLimit, listening(child)));
    const { capabilities } = await bidi.send<{ capabilities: { browserVersion: string } }>('session.new', {
      capabilities: {
        alwaysMatch: { acceptInsecureCerts: true, unhandledPromptBehavior: { default: 'ignore' } },
      },
    });
    const version = capabilities.browserVersion;
    if (Number.parseInt(version, 10) < oldestVersion.firefox) {
      throw new Error(`Firefox ${version} is too old: ${oldestVersion.firefox} or newer is needed.`);
    }
    const quit = async () => {
      await bidi.send('browser.close').catch(() => undefined);
      await within('the end of Firefox', startLimit, gone);
    };
    return { bidi, version, quit, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}
