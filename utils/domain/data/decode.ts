const HIGH = 0x80;

/**
 * Bytes that a text in Windows-1252 hardly holds (`ƒ`, `†`, `ˆ` …, and those that mean nothing), but that Japanese,
 * Chinese or Korean texts are full of.
 */
const UNLIKELY = new Set([0x81, 0x83, 0x86, 0x87, 0x88, 0x89, 0x8b, 0x8d, 0x8f, 0x90, 0x98, 0x9b, 0x9d]);

/** Whether bytes between 0x80 and 0x9F stand beside each other: quotes and dashes of Windows-1252 stand alone. */
const isPair = (one: number | undefined, other: number): boolean =>
  one !== undefined && one >= HIGH && one < 0xa0 && other >= HIGH && other < 0xa0;

function isWestern(bytes: Uint8Array): boolean {
  return bytes.every((byte, at) => !UNLIKELY.has(byte) && !isPair(bytes[at - 1], byte));
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function utf16(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return undefined;
}

/** Whether a file is in an encoding that holds every letter. */
export const isUnicode = (bytes: Uint8Array): boolean => (utf16(bytes) ?? utf8(bytes)) !== undefined;

/**
 * The text of a file: UTF-8, UTF-16 as Excel writes it for “Unicode text”, or Windows-1252, as a western Excel saves
 * CSV.
 *
 * @returns undefined where it is no text, or in an encoding that cannot be told from others.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const wide = utf16(bytes);
  if (wide !== undefined) return wide;
  if (bytes.includes(0)) return undefined;
  const text = utf8(bytes);
  if (text !== undefined) return text;
  return isWestern(bytes) ? new TextDecoder('windows-1252').decode(bytes) : undefined;
}
