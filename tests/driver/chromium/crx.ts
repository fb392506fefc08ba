import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** The key that an extension is packed with, and the id that follows from it. */
export interface PackingKey {
  id: string;
  privateKey: KeyObject;
  /** As it stands in the archive. */
  publicKey: Buffer;
}

/** Bytes of a public key's digest that are the id: in letters from a to p for people, as they are in the archive. */
const idBytes = 16;

const digestOf = (publicKey: Buffer): Buffer =>
  createHash('sha256').update(publicKey).digest().subarray(0, idBytes);

export function newPackingKey(): PackingKey {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' });
  const signs = [...digestOf(publicKey).toString('hex')];
  const id = signs.map((sign) => String.fromCharCode(97 + Number.parseInt(sign, 16))).join('');
  return { id, privateKey: keys.privateKey, publicKey };
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** A number as protocol buffers write it: seven bits a byte, the lowest first. */
function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return Buffer.from([...bytes, rest]);
}

/** A field of bytes as protocol buffers write it. */
const field = (id: number, bytes: Buffer): Buffer =>
  Buffer.concat([varint((id << 3) | 2), varint(bytes.length), bytes]);

/**
 * A packed extension, as Chromium takes it from an update server: CRX3, by `components/crx_file/crx3.proto` of its
 * source, whose names are in the comments.
 *
 * @param zip the extension's folder as an archive
 */
export function packCrx(zip: Buffer, { privateKey, publicKey }: PackingKey): Buffer {
  // `SignedData.crx_id`
  const signedData = field(1, digestOf(publicKey));
  const signed = [Buffer.from('CRX3 SignedData\0'), uint32(signedData.length), signedData, zip];
  const signature = sign('sha256', Buffer.concat(signed), privateKey);
  // `AsymmetricKeyProof.public_key` and `.signature`
  const proof = Buffer.concat([field(1, publicKey), field(2, signature)]);
  // `CrxFileHeader.sha256_with_rsa` and `.signed_header_data`
  const header = Buffer.concat([field(2, proof), field(10_000, signedData)]);
  return Buffer.concat([Buffer.from('Cr24'), uint32(3), uint32(header.length), header, zip]);
}
