import { describe, expect, it } from 'vitest';
import { decodeText } from '@/utils/domain/data/decode.ts';

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

describe('the text of a file', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode('é;ß'), 'é;ß'],
    ['UTF-8 with its mark', bytes(0xef, 0xbb, 0xbf, 0x61), 'a'],
    ['UTF-16, as Excel saves it', bytes(0xff, 0xfe, 0xe9, 0, 0x3b, 0), 'é;'],
    ['UTF-16, the other way round', bytes(0xfe, 0xff, 0, 0xe9), 'é'],
    ['Windows-1252, as an older Excel saves it', bytes(0xe9, 0x3b, 0xdf, 0x80), 'é;ß€'],
    ['no text', bytes(0x50, 0x4b, 0, 3), undefined],
    [
      'Windows-1252, with its quotes and dashes',
      bytes(0x84, 0x48, 0x93, 0x20, 0x96, 0x20, 0x6c, 0x92, 0xe9),
      '„H“ – l’é',
    ],
    // “ショップ” and “東京”, as a Japanese Excel saves CSV: nobody can tell it from a western one.
    ['Shift JIS', bytes(0x83, 0x56, 0x83, 0x87, 0x83, 0x62, 0x83, 0x76), undefined],
    ['Shift JIS, with signs that western texts have too', bytes(0x93, 0x8c, 0x8b, 0x9e), undefined],
  ])('in %s', (_, file, text) => {
    expect(decodeText(file)).toBe(text);
  });
});
