import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** Unpacks an archive of ours into a folder, with the executable bits it was packed with. */
export async function unpack(archive: Buffer, folder: string): Promise<void> {
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
