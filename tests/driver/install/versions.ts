import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipFolder } from '../../../.ci/release/zip.ts';

/**
 * A built extension as an archive, with other words in its manifest: another version, say.
 *
 * @param folder where a copy of it is made
 */
export async function zipWith(extension: string, folder: string, words: object): Promise<Buffer> {
  await rm(folder, { recursive: true, force: true });
  await cp(extension, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest: object = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...manifest, ...words }));
  return zipFolder(folder);
}
