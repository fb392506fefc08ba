import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Messages that are sent and forgotten: one that nobody answers would be an unhandled rejection. */
const forgottenIn = (code: string): string[] => code.match(/\bvoid sendMessage\([^)]*/g) ?? [];

describe('a message', () => {
  it.each(['entrypoints', 'components', 'utils'])('is never just forgotten in %s', (folder) => {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    const code = files.filter((file) => /\.tsx?$/.test(file));
    expect(code.length).toBeGreaterThan(20);
    expect(code.flatMap((file) => forgottenIn(readFileSync(join(root, folder, file), 'utf8')))).toEqual([]);
  });

  it('is found where it is', () => {
    expect(forgottenIn("onLoad={() => void sendMessage('guard/looked')}")).toHaveLength(1);
    expect(forgottenIn("unawaited(sendMessage('guard/looked'))")).toEqual([]);
  });
});
