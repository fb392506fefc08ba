import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

const ENTRY_HEADER = 30;
const DIRECTORY_HEADER = 46;
const DEFLATED = 8;
/** 1 January 1980, where ZIP's own time begins. */
const DATE = 0x0021;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const UNIX = 3 << 8;

interface File {
  /** With `/` between folders. */
  name: string;
  data: Buffer;
  executable: boolean;
}

/**
 * A ZIP archive that depends on nothing but its files' names, contents and executable bits: not on their order, their
 * times, their owner, the umask, the time zone or the place they stand in.
 */
export function zip(files: readonly File[]): Buffer {
  const entries: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name: text, data, executable } of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = Buffer.from(text);
    const packed = deflateRawSync(data, { level: 9 });
    const header = Buffer.alloc(ENTRY_HEADER);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(FLAGS, 6);
    header.writeUInt16LE(DEFLATED, 8);
    header.writeUInt16LE(DATE, 12);
    header.writeUInt32LE(crc32(data), 14);
    header.writeUInt32LE(packed.length, 18);
    header.writeUInt32LE(data.length, 22);
    header.writeUInt16LE(name.length, 26);
    entries.push(header, name, packed);

    const listing = Buffer.alloc(DIRECTORY_HEADER);
    listing.writeUInt32LE(0x02014b50, 0);
    listing.writeUInt16LE(UNIX | 20, 4);
    header.copy(listing, 6, 4, ENTRY_HEADER);
    listing.writeUInt32LE(((executable ? 0o100755 : 0o100644) << 16) >>> 0, 38);
    listing.writeUInt32LE(offset, 42);
    directory.push(listing, name);
    offset += ENTRY_HEADER + name.length + packed.length;
  }
  const listings = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listings.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...entries, listings, end]);
}

/** These files of a folder as an archive. @param names relative to the folder, with `/` between folders */
export async function zipFiles(folder: string, names: readonly string[]): Promise<Buffer> {
  const files = names.map(async (name): Promise<File> => {
    const path = join(folder, name);
    const [data, { mode }] = await Promise.all([readFile(path), stat(path)]);
    return { name, data, executable: (mode & 0o100) !== 0 };
  });
  return zip(await Promise.all(files));
}

/** The names of all files in a folder, with `/` between folders, without what `skip` names at the top. */
export async function filesIn(folder: string, skip: readonly string[] = []): Promise<string[]> {
  const names: string[] = [];
  const look = async (at: string): Promise<void> => {
    for (const entry of await readdir(at, { withFileTypes: true })) {
      if (at === folder && skip.includes(entry.name)) continue;
      const path = join(at, entry.name);
      if (entry.isDirectory()) await look(path);
      else if (entry.isFile()) names.push(relative(folder, path).split(sep).join('/'));
    }
  };
  await look(folder);
  return names;
}

/** A whole folder as an archive, `manifest.json` at the top: the form in which a browser installs an extension. */
export const zipFolder = async (folder: string): Promise<Buffer> => zipFiles(folder, await filesIn(folder));
