import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { unpack } from '../../.ci/release/unpack.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

async function packagesOf(folder: string): Promise<Map<string, Buffer>> {
  const output = join(folder, '.output/packages');
  const names = (await readdir(output)).sort();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(output, name))] as const)),
  );
}

it('anyone builds the same packages from the source archive, wherever and whenever', async () => {
  await run('npm', ['run', 'package'], { cwd: root });
  const ours = await packagesOf(root);
  const source = [...ours].find(([name]) => name.endsWith('-source.zip'))?.[1];
  expect(ours.size).toBe(3);
  if (!source) throw new Error('There is no source archive.');

  const elsewhere = await mkdtemp(join(tmpdir(), 'grantkeeper-rebuild-'));
  onTestFinished(() => rm(elsewhere, { recursive: true, force: true }));
  const folder = join(elsewhere, 'another place', 'grantkeeper');
  await unpack(source, folder);
  const env = { ...process.env, TZ: 'Pacific/Kiritimati', LC_ALL: 'C' };
  await run('sh', ['-c', 'umask 077 && npm ci && npm run package'], { cwd: folder, env, maxBuffer: 1e8 });

  const theirs = await packagesOf(folder);
  expect([...theirs.keys()]).toEqual([...ours.keys()]);
  for (const [name, archive] of ours)
    expect(`${name} ${theirs.get(name)?.equals(archive)}`).toBe(`${name} true`);
});
