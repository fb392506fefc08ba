import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { stateForm } from './state-form.ts';

/** SHA-256 of a text as hex: tells whether two texts are the same without keeping either. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Digest of a `state`: the same for every spelling of it, and worthless to anyone who wants the state. */
export function digest(state: string): string {
  return sha256Hex(stateForm(state));
}
