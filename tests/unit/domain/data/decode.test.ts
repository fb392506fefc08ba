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
  ])('in %s', (_, file, text) => {
    expect(decodeText(file)).toBe(text);
  });
});
