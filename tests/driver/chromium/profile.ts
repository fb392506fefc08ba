import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LaunchOptions } from '../types.ts';

interface Preferences {
  profile?: { cookie_controls_mode?: number };
  extensions?: {
    ui?: { developer_mode?: boolean };
    settings?: Record<string, Record<string, unknown>>;
  };
}

/** Values of Chromium's `profile.cookie_controls_mode`. */
const thirdPartyCookies = { blocked: 1, allowed: 2 };

/**
 * Chromium's creation flags of an unpacked extension with file access, less the one (1 << 15) that marks it as
 * loaded over the debugging protocol; a start with that flag forgets the extension.
 */
const lastingFlags = 38;

function preferencesPath(profile: string): string {
  return join(profile, 'Default', 'Preferences');
}

async function readPreferences(profile: string): Promise<Preferences> {
  const text = await readFile(preferencesPath(profile), 'utf8').catch(() => '{}');
  return JSON.parse(text);
}

async function writePreferences(profile: string, preferences: Preferences): Promise<void> {
  await mkdir(join(profile, 'Default'), { recursive: true });
  await writeFile(preferencesPath(profile), JSON.stringify(preferences));
}

/** Developer mode is what unpacked extensions need to survive a start. */
export async function prepareProfile(profile: string, options: LaunchOptions): Promise<void> {
  const preferences = await readPreferences(profile);
  preferences.extensions = { ...preferences.extensions, ui: { developer_mode: true } };
  if (options.thirdPartyCookies !== undefined) {
    const mode = thirdPartyCookies[options.thirdPartyCookies];
    preferences.profile = { ...preferences.profile, cookie_controls_mode: mode };
  }
  await writePreferences(profile, preferences);
}

/**
 * Whether Chromium has written down an extension and the events that its worker listens to, which it does 10 s
 * after they changed. A browser that is killed before would not know of it.
 */
export async function knowsExtension(profile: string, id: string): Promise<boolean> {
  const { extensions } = await readPreferences(profile);
  return extensions?.settings?.[id]?.serviceworkerevents !== undefined;
}

/**
 * Makes an extension that was loaded over the debugging protocol start with the browser next time, as one does
 * that a person loaded. Only while the browser is not running.
 */
export async function keepExtension(profile: string, id: string): Promise<void> {
  const preferences = await readPreferences(profile);
  const entry = preferences.extensions?.settings?.[id];
  if (entry === undefined) return;
  entry.creation_flags = lastingFlags;
  await writePreferences(profile, preferences);
}
