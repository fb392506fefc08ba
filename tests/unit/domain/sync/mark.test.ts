import { expect, it } from 'vitest';
import { readFile, writeFile } from '@/utils/domain/data/file.ts';
import { nothing } from '@/utils/domain/data/schema.ts';
import { connectionFrom, fieldsOf } from '@/utils/domain/sync/fields.ts';
import type { Item, Plain } from '@/utils/domain/sync/item.ts';
import { connection, NOW } from '../data/examples.ts';

/** A connection as another machine reads it, with a field as that other one may have written it. */
function told(mark: Plain | undefined) {
  const fields = fieldsOf(connection('c', { mark: { colour: 'pink', initial: 'Z' } }), undefined, true);
  const all = Object.entries(mark === undefined ? fields : { ...fields, k: mark });
  const registers = Object.fromEntries(all.map(([name, value]) => [name, { value, n: 1, by: 'a' }]));
  return connectionFrom({ id: 'c', life: 0, registers } satisfies Item, undefined, true, NOW);
}

it('goes along, and one that this version cannot draw takes nothing else along', () => {
  expect(told(undefined)?.mark).toEqual({ colour: 'pink', initial: 'Z' });
  expect(told(['teal', 'Z'])?.mark).toEqual({ initial: 'Z' });
  expect(told(['pink', 7])?.mark).toEqual({ colour: 'pink' });
  for (const foreign of [null, ['teal'], [7], 'pink', [null, '\u200d']]) {
    expect(told(foreign)).toMatchObject({ id: 'c' });
    expect(told(foreign)).not.toHaveProperty('mark');
  }
});

it('takes a backup along of which this version knows a part', () => {
  const marked = connection('c', { mark: { colour: 'teal' as 'pink', initial: 'Z' } });
  const read = readFile(writeFile({ ...nothing(), connections: [marked] }, NOW, '1'));
  expect(read).toMatchObject({
    ok: true,
    content: { connections: [{ name: marked.name, mark: { initial: 'Z' } }] },
  });
});

it('is in a backup, and comes back out of it', () => {
  const marked = connection('c', { mark: { colour: 'turquoise', initial: '🦊' } });
  const read = readFile(writeFile({ ...nothing(), connections: [marked] }, NOW, '1'));
  expect(read).toMatchObject({ ok: true, content: { connections: [{ mark: marked.mark }] } });
});
