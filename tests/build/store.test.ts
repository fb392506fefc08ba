import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const text = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');

interface Manifest {
  permissions: string[];
  optional_permissions: string[];
}

const asked = ['chrome-mv3', 'firefox-mv3'].flatMap((build) => {
  const manifest = JSON.parse(text('.output', build, 'manifest.json')) as Manifest;
  return [...manifest.permissions, ...manifest.optional_permissions];
});

/** The sections of a listing, by heading. */
function sectionsOf(language: string): Map<string, string> {
  const parts = text('store', `${language}.md`).split(/^## /m).slice(1);
  return new Map(
    parts.map((part) => [part.split('\n')[0] ?? '', part.split('\n').slice(1).join('\n').trim()]),
  );
}

describe.each(['en', 'de', 'fr'])('the store’s text in %s', (language) => {
  const sections = sectionsOf(language);

  it('has every section', () => {
    expect([...sections.keys()]).toEqual([
      'Name',
      'Summary',
      'Description',
      'Pictures',
      'Single purpose',
      'Reasons for the permissions',
      'Privacy',
    ]);
  });

  it('is as short as the stores want it', () => {
    // Firefox Add-ons cuts names at 50, the Chrome Web Store summaries at 132.
    expect(sections.get('Name')?.length).toBeLessThanOrEqual(50);
    expect(sections.get('Summary')?.length).toBeLessThanOrEqual(132);
    expect(sections.get('Description')?.length).toBeLessThan(4000);
  });

  it('has a reason for each permission that a build asks for, for the hosts, and for nothing else', () => {
    const rows = [
      ...(sections.get('Reasons for the permissions') ?? '').matchAll(/^\| `?(\w+)`? \| (.+) \|$/gm),
    ];
    const named = rows.map(([, name = '']) => name).filter((name) => name !== 'permission');
    expect(named.sort()).toEqual([...new Set([...asked, 'hosts'])].sort());
    for (const [, name, reason = ''] of rows.slice(1)) expect(reason.length, name).toBeGreaterThan(20);
  });

  it('says what the extension says of itself', async () => {
    const messages = JSON.parse(text(`.output/chrome-mv3/_locales/${language}/messages.json`));
    expect(sections.get('Summary')).toBe(messages.extDescription.message);
  });
});

/** Width and height of a PNG, in pixels, and how many channels it has (2 is RGB). */
function headerOf(language: string, name: string): { width: number; height: number; colour: number } {
  const file = readFileSync(join(root, 'store/pictures', language, `${name}.png`));
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20), colour: file.readUInt8(25) };
}

describe.each(['en', 'de', 'fr'])('the store’s pictures in %s', (language) => {
  it.each([
    ...[1, 2, 3, 4, 5].flatMap((number) => [
      { name: `${number}-1280`, width: 1280, height: 800 },
      { name: `${number}-640`, width: 640, height: 400 },
    ]),
    { name: 'tile-small', width: 440, height: 280 },
    { name: 'tile-large', width: 1400, height: 560 },
  ])('$name is as large as the stores want it, without transparency', ({ name, ...size }) => {
    expect(headerOf(language, name)).toEqual({ ...size, colour: 2 });
  });
});
