import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Connection } from '@/utils/domain/account/connection.ts';
import { decode, encode, keyOf } from '@/utils/domain/sync/code.ts';
import { type Item, importedByHand, type Plain } from '@/utils/domain/sync/item.ts';
import { REMEMBERED } from '@/utils/domain/sync/room.ts';
import { connection, DAY, grant, NOW } from '../data/examples.ts';
import { Machine } from './machines.ts';

/** Every machine compares and hears all others. */
function meet(machines: readonly Machine[], now: number): void {
  for (const machine of machines) {
    machine.compare(now);
    for (const other of machines) if (other !== machine) other.hear(machine);
    machine.unsent.clear();
  }
}

function removals(machine: Machine): string[] {
  return Object.entries(machine.area)
    .filter(([key, value]) => decode(key, value)?.gone !== undefined)
    .map(([key]) => key);
}

/** Imported from a file: not here before, and noted as the flow does it. */
function importInto(machine: Machine, row: Connection, now: number): void {
  const known = machine.items.find(({ id }) => id === row.id);
  const noted = importedByHand(row.id, known, now);
  machine.items = [...machine.items.filter(({ id }) => id !== row.id), noted];
  machine.connections.set(row.id, row);
}

const act = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom('add', 'remove', 'compare', 'compare', 'hear', 'import'),
  id: fc.constantFrom('c1', 'c2', 'c3'),
  from: fc.nat(2),
  days: fc.nat(40),
});

describe('a removal', () => {
  it('leaves every machine’s area after its time, in whatever order the machines wake', () => {
    fc.assert(
      fc.property(
        fc.array(act, { maxLength: 40 }),
        fc.array(fc.nat(2), { minLength: 3, maxLength: 9 }),
        (acts, wakes) => {
          const machines = [new Machine('a'), new Machine('b'), new Machine('c')] as const;
          let now = NOW;
          for (const { who, what, id, from, days } of acts) {
            const [machine, other] = [machines[who], machines[from]] as [Machine, Machine];
            now += days * DAY;
            if (what === 'add') machine.connections.set(id, connection(id));
            if (what === 'import' && !machine.connections.has(id)) importInto(machine, connection(id), now);
            if (what === 'remove') machine.connections.delete(id);
            if (what === 'compare') machine.compare(now);
            if (what === 'hear' && machine !== other) machine.hear(other);
          }
          // The last removals are told, and then remembered for as long as they may be.
          for (const machine of machines) machine.compare(now);
          now += (REMEMBERED + 1) * DAY;
          for (const who of wakes) machines[who]?.compare(now);
          for (let round = 0; round < 3; round++) meet(machines, now);
          expect(machines.flatMap(removals)).toEqual([]);
          expect(machines.flatMap(({ items }) => items).filter(({ gone }) => gone !== undefined)).toEqual([]);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('of 500 connections makes room for others', () => {
    const machine = new Machine('a');
    for (let at = 0; at < 500; at++) machine.connections.set(`c${at}`, connection(`c${at}`));
    machine.compare(NOW);
    machine.connections.clear();
    machine.compare(NOW + DAY);
    for (let at = 0; at < 100; at++) machine.connections.set(`d${at}`, connection(`d${at}`));
    machine.compare(NOW + 400 * DAY);
    expect(Object.keys(machine.area)).toHaveLength(100);
  });
});

describe('an import by hand', () => {
  const days = [1, 100, 180, 181, 400];

  it.each(days)('%i days after the removal stays, on the same machine and on all others', (after) => {
    const machines = [new Machine('a'), new Machine('b')] as const;
    const [a] = machines;
    a.connections.set('c', connection('c'));
    for (let round = 0; round < 3; round++) meet(machines, NOW);
    a.connections.delete('c');
    for (let round = 0; round < 3; round++) meet(machines, NOW + DAY);
    const now = NOW + (1 + after) * DAY;
    importInto(a, connection('c'), now);
    for (let round = 0; round < 4; round++) meet(machines, now);
    expect(machines.map(({ connections }) => [...connections.keys()])).toEqual([['c'], ['c']]);
  });

  it.each(days)('%i days after the removal stays on a fresh machine that joins', (after) => {
    const old = new Machine('a');
    old.connections.set('c', connection('c'));
    old.compare(NOW);
    old.connections.delete('c');
    old.compare(NOW + DAY);
    const now = NOW + (1 + after) * DAY;
    for (const hearsFirst of [true, false]) {
      const fresh = new Machine(`f${hearsFirst}`);
      importInto(fresh, connection('c'), now);
      // Its browser may bring what the others wrote only after the first comparison.
      if (hearsFirst) fresh.area = structuredClone(old.area);
      fresh.compare(now);
      fresh.area = structuredClone(old.area);
      fresh.compare(now + 1);
      expect([...fresh.connections.keys()]).toEqual(['c']);
    }
  });

  it('does not keep a later removal from counting', () => {
    const machines = [new Machine('a'), new Machine('b')] as const;
    const [a, b] = machines;
    importInto(a, connection('c'), NOW);
    for (let round = 0; round < 3; round++) meet(machines, NOW);
    b.connections.delete('c');
    for (let round = 0; round < 3; round++) meet(machines, NOW + 1000);
    expect(machines.map(({ connections }) => connections.size)).toEqual([0, 0]);
  });

  it('replaces nothing that the other machines still have', () => {
    const machines = [new Machine('a'), new Machine('b')] as const;
    const [a, b] = machines;
    b.connections.set('c', connection('c'));
    b.compare(NOW);
    b.connections.set('c', connection('c', { note: 'Newer than the file', name: 'Newer too' }));
    b.compare(NOW + 1000);
    importInto(a, connection('c'), NOW + 2000);
    a.hear(b);
    for (let round = 0; round < 4; round++) meet(machines, NOW + 3000);
    for (const machine of machines) {
      expect(machine.connections.get('c')).toMatchObject({ note: 'Newer than the file', name: 'Newer too' });
    }
  });

  it('that was undone before anything was compared removes nothing elsewhere', () => {
    const machines = [new Machine('a'), new Machine('b')] as const;
    const [a, b] = machines;
    importInto(a, connection('c'), NOW);
    a.connections.delete('c');
    b.connections.set('c', connection('c'));
    for (let round = 0; round < 4; round++) meet(machines, NOW + 1000);
    expect(machines.map(({ connections }) => connections.size)).toEqual([1, 1]);
  });

  it('does not bring back what a machine has that merely was asleep', () => {
    const machines = [new Machine('a'), new Machine('b')] as const;
    const [a, b] = machines;
    importInto(a, connection('c'), NOW);
    for (let round = 0; round < 3; round++) meet(machines, NOW);
    a.connections.delete('c');
    a.compare(NOW + 10 * DAY);
    b.hear(a);
    b.connections.set('c', connection('c', { note: 'Edited while it was asleep' }));
    for (let round = 0; round < 3; round++) meet(machines, NOW + 100 * DAY);
    expect(machines.map(({ connections }) => connections.size)).toEqual([0, 0]);
  });
});

describe('what another machine made up', () => {
  const value: fc.Arbitrary<Plain> = fc.oneof(
    fc.constant(null),
    fc.string({ maxLength: 30 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(fc.oneof(fc.string({ maxLength: 8 }), fc.maxSafeInteger(), fc.constant(null)), { maxLength: 5 }),
  );
  const huge = fc.oneof(
    fc.constantFrom(Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER - 2, 1e15, 2e9),
    fc.integer({ min: 1, max: 100 }),
  );
  const forged: fc.Arbitrary<Item> = fc.record(
    {
      id: fc.constant('c'),
      life: fc.constantFrom(0, 1, 999_999, 1_000_000),
      gone: fc.constantFrom(0, 20_000, 1_000_000),
      registers: fc.dictionary(
        fc.constantFrom('w', 'n', 't', 'm', 'e.amazon', 'e.ebay-oauth', 'e.amazon.still'),
        fc.record({ value, n: huge, by: fc.constantFrom('a', 'zzz') }),
      ),
    },
    { requiredKeys: ['id', 'life', 'registers'] },
  );

  it('never makes unreadable what is written here, and beats no later edit of ours', () => {
    fc.assert(
      fc.property(forged, fc.boolean(), (item, isKnown) => {
        const machine = new Machine('m');
        if (isKnown) {
          machine.connections.set('c', connection('c'));
          machine.grants = [grant('g', 'c')];
          machine.compare(NOW);
        }
        machine.area = { [keyOf('c')]: JSON.parse(JSON.stringify(encode(item))) };
        for (let step = 1; step <= 3; step++) machine.compare(NOW + step * 10_000);
        machine.connections.set('d', connection('d'));
        const here = machine.connections.get('c');
        if (here) machine.connections.set('c', { ...here, name: 'Edited here' });
        for (let step = 4; step <= 7; step++) machine.compare(NOW + step * 10_000);
        expect(decode(keyOf('d'), machine.area[keyOf('d')])?.registers.n?.n).toBeLessThan(1e10);
        for (const { registers } of machine.items) {
          for (const { n } of Object.values(registers)) expect(n).toBeLessThan(1e10);
        }
        if (machine.connections.has('c')) expect(machine.connections.get('c')?.name).toBe('Edited here');
        for (const { at } of machine.grants) expect(at).toBeLessThan(NOW + 30 * DAY);
      }),
      { numRuns: 200 },
    );
  });

  it('does not keep a removal for ever', () => {
    const machine = new Machine('m');
    machine.area = { [keyOf('c')]: { v: 1, g: 1_000_000 } };
    machine.compare(NOW);
    expect(removals(machine)).toHaveLength(1);
    machine.compare(NOW + (REMEMBERED + 1) * DAY);
    expect(removals(machine)).toEqual([]);
  });

  it('is left in the sync where it may be a newer version’s, whether the connection is known here or not', () => {
    const machine = new Machine('m');
    machine.connections.set('c', connection('c'));
    machine.compare(NOW);
    const item = decode(keyOf('c'), machine.area[keyOf('c')]);
    if (!item) throw new Error('none');
    const w = { value: ['amazon', 'de', 'a-later-one', null, null], n: 99, by: 'z' };
    const newer = encode({ ...item, registers: { ...item.registers, w } });
    machine.area = { [keyOf('c')]: newer };
    machine.compare(NOW + 10_000);
    machine.compare(NOW + 20_000);
    expect(machine.area).toEqual({ [keyOf('c')]: newer });
  });
});
