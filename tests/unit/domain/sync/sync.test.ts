import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Connection } from '@/utils/domain/account/connection.ts';
import { type Grant, standingOf } from '@/utils/domain/account/grant.ts';
import type { Preset } from '@/utils/domain/policy/managed.ts';
import { decode, encode, keyOf, LIMITS, sizeOf } from '@/utils/domain/sync/code.ts';
import { type Item, merge } from '@/utils/domain/sync/item.ts';
import { planSync } from '@/utils/domain/sync/room.ts';
import { connection, DAY, grant, NOW } from '../data/examples.ts';
import { Machine } from './machines.ts';

const register = fc.record({
  value: fc.oneof(fc.constant(null), fc.string(), fc.integer(), fc.array(fc.integer({ min: 0, max: 3 }))),
  n: fc.integer({ min: 1, max: 4 }),
  by: fc.constantFrom('a', 'b'),
});
const item: fc.Arbitrary<Item> = fc.oneof(
  fc.record({
    id: fc.constant('c'),
    life: fc.integer({ min: 0, max: 2 }),
    registers: fc.dictionary(fc.constantFrom('n', 't', 'e.amazon'), register),
  }),
  fc.record({
    id: fc.constant('c'),
    life: fc.integer({ min: 0, max: 2 }),
    gone: fc.integer({ min: 1, max: 3 }),
    registers: fc.constant({}),
  }),
);

describe('what machines know together', () => {
  it('does not depend on who is heard first, nor on who is heard twice', () => {
    fc.assert(
      fc.property(item, item, item, (a, b, c) => {
        expect(merge(a, b)).toEqual(merge(b, a));
        expect(merge(merge(a, b), c)).toEqual(merge(a, merge(b, c)));
        expect(merge(a, a)).toEqual(a);
      }),
      { numRuns: 1000 },
    );
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(item, (each) => {
        expect(decode(keyOf('c'), JSON.parse(JSON.stringify(encode(each))))).toEqual(each);
      }),
    );
  });

  it.each([
    ['nothing', undefined],
    ['a later version', { v: 2, f: {} }],
    ['a field without a stamp', { v: 1, f: { n: 'x' } }],
    ['an object in a field', { v: 1, s: [1, 'a'], f: { n: { x: 1 } } }],
    ['a field that every object has', { v: 1, s: [1, 'a'], f: { constructor: 1 } }],
    ['a count without end', { v: 1, s: [1e300, 'a'], f: {} }],
  ])('is not read where there is %s', (_, value) => {
    expect(decode(keyOf('c'), value)).toBeUndefined();
  });
});

type Act = (machines: Machine[], step: number) => void;
const NAMES = ['Alpenglück', 'Nordlicht', 'Südwind'];

function edit(machine: Machine, id: string, step: number, what: number): void {
  const here = machine.connections.get(id);
  if (!here) machine.connections.set(id, connection(id, { name: `${NAMES[what % 3]} ${step}` }));
  else if (what === 0) machine.connections.set(id, { ...here, name: `${NAMES[step % 3]} ${step}` });
  else if (what === 1) machine.connections.set(id, { ...here, note: `note ${step}` });
  else if (what === 2) {
    const { muted, note: _, ...rest } = here;
    machine.connections.set(id, { ...rest, ...(!muted && { muted: true as const }) });
  } else if (what === 3) machine.connections.set(id, { ...here, account: { id: `A${step}` } });
  else if (what === 4) {
    const at = NOW + (step % 4) * DAY;
    machine.grants.push(
      grant(`g-${machine.name}-${step}`, id, { at, expiry: { basis: 'by-rule', at: at + 9 * DAY } }),
    );
  } else {
    // The newest grant was for another account, or was not after all.
    const newest = machine.grants.filter((each) => each.connectionId === id).sort((a, b) => b.at - a.at)[0];
    const verdict: Grant['verdict'] = newest?.verdict === 'other' ? 'match' : 'other';
    machine.grants = machine.grants.map((each) => (each === newest ? { ...each, verdict } : each));
  }
}

const act: fc.Arbitrary<Act> = fc
  .tuple(fc.integer({ min: 0, max: 11 }), fc.nat(2), fc.nat(2), fc.constantFrom('c1', 'c2'), fc.nat(5))
  .map(
    ([kind, one, two, id, what]): Act =>
      (machines, step) => {
        const [machine, other] = [machines[one], machines[two]] as [Machine, Machine];
        if (kind < 4) edit(machine, id, step, what);
        else if (kind < 7) machine.compare(NOW + step * 1000);
        else if (kind < 10) {
          if (machine !== other) other.hear(machine);
        } else if (kind === 10) {
          machine.connections.delete(id);
          machine.grants = machine.grants.filter(({ connectionId }) => connectionId !== id);
        } else machine.connections.set(id, connection(id, { name: `back ${step}` }));
      },
  );

/** Everybody hears everybody until nothing changes; tells after how many rounds. */
function settle(machines: Machine[]): number {
  for (let round = 1; round <= 30; round++) {
    for (const machine of machines) {
      machine.compare(NOW + 1e6 + round);
      for (const other of machines) if (other !== machine) other.hear(machine);
      machine.unsent.clear();
    }
    const before = JSON.stringify(machines.map(({ items }) => items));
    for (const machine of machines) machine.compare(NOW + 1e6 + round);
    if (
      machines.every(({ unsent }) => unsent.size === 0) &&
      before === JSON.stringify(machines.map(({ items }) => items))
    )
      return round;
  }
  return Number.POSITIVE_INFINITY;
}

describe('machines', () => {
  it('come to the same, whatever was done on them in whatever order, and then rest', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const machines = [new Machine('a'), new Machine('b'), new Machine('c')];
        for (const [step, each] of acts.entries()) each(machines, step);
        expect(settle(machines)).toBeLessThan(10);
        const [first, ...others] = machines.map((machine) => machine.view());
        for (const other of others) expect(other).toEqual(first);
      }),
      { numRuns: 250 },
    );
  });

  const pair = (): [Machine, Machine] => [new Machine('a'), new Machine('b')];

  it('that edit different fields at once keep both edits', () => {
    const [a, b] = pair();
    a.connections.set('c', connection('c'));
    settle([a, b]);
    a.connections.set('c', { ...(a.connections.get('c') as Connection), name: 'From A' });
    b.connections.set('c', { ...(b.connections.get('c') as Connection), note: 'From B' });
    settle([a, b]);
    for (const machine of [a, b]) {
      expect(machine.connections.get('c')).toMatchObject({ name: 'From A', note: 'From B' });
    }
  });

  it('tell each other also of a grant that still counts behind one for another account', () => {
    const [a, b] = pair();
    a.connections.set('c', connection('c'));
    const given = (id: string, days: number, verdict: Grant['verdict']): Grant => {
      const at = NOW + days * DAY;
      const accountId = verdict === 'other' ? 'A2SUEDWIND' : 'A1NORDLICHT';
      return grant(id, 'c', { at, verdict, accountId, expiry: { basis: 'by-rule', at: at + 9 * DAY } });
    };
    a.grants = [given('g1', 1, 'match'), given('g2', 2, 'other')];
    settle([a, b]);
    expect(b.view()).toEqual(a.view());
    expect(standingOf('c', b.grants, b.judging('c'))).toMatchObject({
      grants: [{ at: NOW + DAY }],
      quarantined: { at: NOW + 2 * DAY },
    });
  });

  it('whose organisations preset the same connection otherwise each keep their word, share the rest, and rest', () => {
    const [a, b] = pair();
    const preset: Preset = {
      id: 'managed:shop',
      marketplace: 'amazon',
      site: 'de',
      region: 'EU',
      integration: 'microtech',
      name: 'Word of A',
    };
    a.preset({ ...preset, note: 'Note of A' }, NOW);
    expect(settle([a, b])).toBeLessThan(5);
    b.preset({ ...preset, name: 'Word of B' }, NOW);
    expect(settle([a, b])).toBeLessThan(5);
    const change = (machine: Machine, part: Partial<Connection>): void => {
      const { id } = preset;
      machine.connections.set(id, { ...(machine.connections.get(id) as Connection), ...part });
    };
    change(a, { muted: true });
    change(b, { note: 'Mine on B' });
    expect(settle([a, b])).toBeLessThan(5);
    const [onA, onB] = [a, b].map((machine) => machine.connections.get(preset.id));
    expect(onA).toMatchObject({ name: 'Word of A', note: 'Note of A', muted: true });
    expect(onB).toMatchObject({ name: 'Word of B', note: 'Mine on B', muted: true });
    b.presets = [];
    change(b, { name: 'Renamed on B' });
    expect(settle([a, b])).toBeLessThan(5);
    expect(a.connections.get(preset.id)).toMatchObject({ name: 'Word of A' });
    expect(b.connections.get(preset.id)).toMatchObject({ name: 'Renamed on B' });
  });

  it('keep a removal against an edit that did not know of it, and bring back what was brought back', () => {
    const [a, b] = pair();
    const made = connection('c');
    a.connections.set('c', made);
    settle([a, b]);
    a.connections.delete('c');
    b.connections.set('c', { ...made, name: 'Edited' });
    settle([a, b]);
    expect([a.connections.size, b.connections.size]).toEqual([0, 0]);
    a.connections.set('c', made);
    settle([a, b]);
    expect(b.connections.get('c')?.name).toBe(made.name);
  });

  it('tell each other of renewals: the later one counts, and nobody is asked about it twice', () => {
    const [a, b] = pair();
    a.connections.set('c', connection('c'));
    a.grants = [grant('g1', 'c', { at: NOW - 9 * DAY })];
    settle([a, b]);
    expect(b.grants).toMatchObject([{ verdict: 'entered', at: NOW - 9 * DAY }]);
    b.grants = [...b.grants, grant('g2', 'c', { at: NOW, verdict: 'first' })];
    settle([a, b]);
    expect(a.grants.find(({ at }) => at === NOW)).toMatchObject({
      verdict: 'entered',
      expiry: b.grants[1]?.expiry,
    });
    expect(b.grants[1]).toMatchObject({ verdict: 'first' });
  });

  it('leave account numbers where they are, unless they are to go along', () => {
    const [a, b] = pair();
    a.accountIds = false;
    a.connections.set('c', connection('c', { account: { id: 'A1SECRET' } }));
    a.grants = [grant('g', 'c', { accountId: 'A1SECRET', runId: 'r' })];
    settle([a, b]);
    expect(JSON.stringify(a.area)).not.toContain('A1SECRET');
    expect(b.connections.get('c')?.account).toEqual({});
    // The other one lets them go along: this one passes them on, and takes none over.
    b.connections.set('c', { ...(b.connections.get('c') as Connection), account: { id: 'B2' } });
    settle([a, b]);
    expect(JSON.stringify(a.area)).toContain('B2');
    expect(a.connections.get('c')?.account.id).toBe('A1SECRET');
  });

  it('send nothing of programs, history and containers', () => {
    const [a] = pair();
    const container = { jar: 'firefox-container-3', keep: true };
    a.connections.set('c', { ...connection('c'), container, lastMode: 'container' });
    a.grants = [grant('g', 'c', { app: 'amzn1.sp.solution.1', runId: 'run-1' })];
    a.accountIds = false;
    a.compare(NOW);
    expect(JSON.stringify(a.area)).not.toMatch(/amzn1|run-1|container|A1NORD/);
  });

  it('leave alone what a newer program wrote', () => {
    const [a] = pair();
    a.connections.set('c', connection('c'));
    a.area = {
      'c:c': { v: 2, f: { n: 'new' } },
      'c:d': { v: 1, s: [1, 'z'], f: { w: ['etsy', 'de', 'x'], n: 'Etsy' } },
    };
    const before = structuredClone(a.area);
    a.compare(NOW);
    a.compare(NOW);
    expect(a.area).toEqual(before);
    expect([...a.connections.keys()]).toEqual(['c']);
  });
});

describe('the room of the sync', () => {
  const typical = (at: number): Item => {
    const machine = new Machine('k3f2');
    const id = `${String(at).padStart(8, '0')}-52a1-4c7e-9d0a-6f3f1f0a7c11`;
    machine.connections.set(
      id,
      connection(id, { name: 'Alpenglück GmbH', signInName: 'anna@alpenglueck.example', account: {} }),
    );
    machine.grants = [grant('g', id)];
    machine.compare(NOW + at);
    const [made] = machine.items;
    if (!made) throw new Error('none');
    return made;
  };

  it('is never overdrawn; what does not fit is counted and left on this machine', () => {
    const items = Array.from({ length: 700 }, (_, at) => typical(at));
    const plan = planSync(items, {}, 20_000);
    const used = Object.entries(plan.set).reduce((sum, [key, value]) => sum + sizeOf(key, value), 0);
    expect(used).toBeLessThanOrEqual(LIMITS.bytes);
    expect(Object.keys(plan.set).length).toBeLessThanOrEqual(LIMITS.items);
    expect(plan.fitting + plan.left).toBe(700);
    expect(plan.fitting).toBeGreaterThan(400);
  });

  it('keeps what is in it, before what is new', () => {
    const [old, ...others] = Array.from({ length: 700 }, (_, at) => typical(700 - at));
    if (!old) throw new Error('none');
    const stored = { [keyOf(old.id)]: encode(old) };
    const plan = planSync([...others, old], stored, 20_000);
    expect(plan.remove).toEqual([]);
  });

  it('takes no item that is too large', () => {
    const large: Item = { id: 'c', life: 0, registers: { t: { value: 'x'.repeat(8200), n: 1, by: 'a' } } };
    expect(planSync([large], {}, 0)).toEqual({ set: {}, remove: [], fitting: 0, left: 1 });
  });

  it('forgets removals after half a year', () => {
    const gone: Item = { id: 'c', life: 0, gone: 100, registers: {} };
    const stored = { [keyOf('c')]: encode(gone) };
    expect(planSync([gone], stored, 280).remove).toEqual([]);
    expect(planSync([gone], stored, 281).remove).toEqual([keyOf('c')]);
  });
});
