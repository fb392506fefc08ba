import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the driver has to know of the extension that it installs. */
export interface ExtensionManifest {
  name: string;
  /** Firefox's id of the add-on. */
  geckoId: string;
  /** Path of the action pop-up inside the extension; empty without one. */
  popup: string;
  hasBackground: boolean;
}

interface ManifestFile {
  name: string;
  background?: object;
  action?: { default_popup?: string };
  browser_specific_settings?: { gecko?: { id?: string } };
}

/** @throws Error when the folder holds no built extension */
export async function readManifest(folder: string): Promise<ExtensionManifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => {
    throw new Error(`There is no built extension in ${folder}: build it first.`);
  });
  const manifest: ManifestFile = JSON.parse(text);
  return {
    name: manifest.name,
    geckoId: manifest.browser_specific_settings?.gecko?.id ?? '',
    popup: manifest.action?.default_popup ?? '',
    hasBackground: manifest.background !== undefined,
  };
}

/** The page that opens when a build is installed; undefined where it has none. */
export function pageAtInstall(folder: string): string | undefined {
  return existsSync(join(folder, 'welcome.html')) ? 'welcome.html' : undefined;
}
