import { Dexie } from 'dexie';
import { expect, it } from 'vitest';

it('plays the database with as much of Dexie as ships', () => {
  expect(Dexie).not.toHaveProperty('liveQuery');
  expect(Dexie.prototype).toHaveProperty('transaction');
});
