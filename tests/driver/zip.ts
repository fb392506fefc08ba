import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { crc32 } from 'node:zlib';

const entryHeader = 30;
const directoryHeader = 46;

/**
 * A folder as an uncompressed ZIP archive, the form in which Firefox installs an extension for good.
 *
 * @param folder its files become the archive's, `manifest.json` at the top
 */
export async function zipFolder(folder: string): Promise<Buffer> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const entries: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files.sort()) {
    const name = Buffer.from(relative(folder, file).split(sep).join('/'));
    const data = await readFile(file);
    const header = Buffer.alloc(entryHeader);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(0x0800, 6);
    header.writeUInt16LE(0x0021, 12);
    header.writeUInt32LE(crc32(data), 14);
    header.writeUInt32LE(data.length, 18);
    header.writeUInt32LE(data.length, 22);
    header.writeUInt16LE(name.length, 26);
    entries.push(header, name, data);

    const listing = Buffer.alloc(directoryHeader);
    listing.writeUInt32LE(0x02014b50, 0);
    listing.writeUInt16LE(20, 4);
    header.copy(listing, 6, 4, entryHeader);
    listing.writeUInt32LE(offset, 42);
    directory.push(listing, name);
    offset += entryHeader + name.length + data.length;
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
