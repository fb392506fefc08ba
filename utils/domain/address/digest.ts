import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of a text as hex: tells whether two secrets are the same without keeping either. */
export function digest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
