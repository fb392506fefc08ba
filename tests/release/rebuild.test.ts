import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { inflateRawSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** What a reviewer does with an archive of ours, as they would with any other's tool. */
async function unpack(archive: Buffer, folder: string): Promise<void> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, nameLength, extra, comment] = [20, 28, 30, 32].map((field, index) =>
      index === 0 ? archive.readUInt32LE(at + field) : archive.readUInt16LE(at + field),
    ) as [number, number, number, number];
    const path = join(folder, archive.toString('utf8', at + 46, at + 46 + nameLength));
    const entry = archive.readUInt32LE(at + 42);
    const data = entry + 30 + archive.readUInt16LE(entry + 26) + archive.readUInt16LE(entry + 28);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, inflateRawSync(archive.subarray(data, data + packed)));
    if (((archive.readUInt32LE(at + 38) >>> 16) & 0o100) !== 0) await chmod(path, 0o755);
    at += 46 + nameLength + extra + comment;
  }
}

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
