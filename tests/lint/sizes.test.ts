import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** A folder holds at most so many source files. */
const ROOM = 12;
/** A file of the product has at most so many lines. */
const LINES = 300;

/** Folders that may hold more, how many, and why. */
const LARGER_ROOMS: Record<string, [most: number, why: string]> = {
  'utils/domain/account': [13, 'connections and the accounts that they prove'],
  'tests/e2e/renewal': [13, 'one file a kind of journey'],
  'tests/e2e/support': [17, 'what journeys share'],
  'tests/simulator': [13, 'the way in, and what its tests share'],
  'tests/simulator/amazon': [16, 'pages, and what they check'],
  'tests/simulator/core': [18, 'what all marketplaces share'],
  'tests/simulator/ebay': [15, 'pages, and what they check'],
};

/** Files of the product that may be longer, how long, and why. */
const LONGER_FILES: Record<string, [most: number, why: string]> = {
  'utils/domain/run/run-step.ts': [301, 'every event of the state machine, read as one table'],
};

const files = ['utils', 'entrypoints', 'components', 'tests'].flatMap((top) =>
  readdirSync(join(root, top), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => ({ folder: entry.parentPath.slice(root.length + 1), name: entry.name })),
);

const linesOf = (path: string): number => readFileSync(join(root, path), 'utf8').split('\n').length - 1;

describe('sizes', () => {
  it(`no folder holds more than ${ROOM} source files`, () => {
    const rooms = [...Map.groupBy(files, ({ folder }) => folder)];
    expect(rooms.length).toBeGreaterThan(100);
    expect(
      rooms
        .filter(([folder, inside]) => inside.length > (LARGER_ROOMS[folder]?.[0] ?? ROOM))
        .map(([folder, inside]) => `${folder}: ${inside.length}`),
    ).toEqual([]);
  });

  it(`no file of the product has more than ${LINES} lines`, () => {
    const long = files
      .filter(({ folder }) => !folder.startsWith('tests'))
      .map(({ folder, name }) => `${folder}/${name}`)
      .filter((path) => linesOf(path) > (LONGER_FILES[path]?.[0] ?? LINES));
    expect(long).toEqual([]);
  });
});
