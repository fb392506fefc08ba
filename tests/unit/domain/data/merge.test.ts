import { describe, expect, it } from 'vitest';
import { planImport, sameRow } from '@/utils/domain/data/merge.ts';
import { type Content, nothing } from '@/utils/domain/data/schema.ts';
import { connection, DAY, filled, grant, NOW, run } from './examples.ts';

const content = (over: Partial<Content>): Content => ({ ...nothing(), ...over });

describe('an import', () => {
  it('into nothing adds everything', () => {
    const plan = planImport(filled(), nothing());
    expect(plan.write).toEqual(filled());
    expect(plan.counts.connections).toMatchObject({ added: 2, changed: 0, same: 0 });
    expect(plan.names.added).toHaveLength(2);
    expect(plan.settingsChange).toBe(true);
  });

  it('of what is here writes nothing', () => {
    const plan = planImport(filled(), filled());
    expect(plan.write).toEqual(nothing());
    expect(plan.counts.connections).toMatchObject({ added: 0, changed: 0, same: 2 });
    expect(plan.settingsChange).toBe(false);
  });

  it('replaces what is older here, with what belongs to it', () => {
    const newer = connection('c1', { name: 'New', updatedAt: NOW });
    const verdict = grant('g1', 'c1', { verdict: 'other' });
    const plan = planImport(
      content({ connections: [newer], grants: [verdict], runs: [run('r2', 'c1')] }),
      filled(),
    );
    expect(plan.write).toMatchObject({ connections: [newer], grants: [verdict], runs: [{ id: 'r2' }] });
    expect(plan.counts.grants.changed).toBe(1);
    expect(plan.names).toEqual({ added: [], changed: ['New'] });
  });

  it('keeps what is newer here, and still adds to its history', () => {
    const older = connection('c1', { name: 'Old', updatedAt: NOW - 9 * DAY });
    const file = content({
      connections: [older],
      grants: [grant('g1', 'c1', { verdict: 'other' }), grant('g9', 'c1')],
    });
    const plan = planImport(file, filled());
    expect(plan.write.connections).toEqual([]);
    expect(plan.write.grants.map(({ id }) => id)).toEqual(['g9']);
    expect(plan.counts.connections.newerHere).toBe(1);
    expect(plan.counts.grants).toMatchObject({ newerHere: 1, added: 1 });
  });

  it('leaves out what belongs to no connection', () => {
    const plan = planImport(content({ grants: [grant('g', 'gone')], runs: [run('r', 'gone')] }), filled());
    expect(plan.write).toEqual(nothing());
    expect([plan.counts.grants.orphaned, plan.counts.runs.orphaned]).toEqual([1, 1]);
  });
});

describe('two rows', () => {
  it.each([
    [{ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 }, true],
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: [1, 2] }, { a: [2, 1] }, false],
    [{ a: [] }, { a: {} }, false],
    [{ a: null }, { a: {} }, false],
  ])('%j and %j: %s', (a, b, same) => {
    expect(sameRow(a, b)).toBe(same);
    expect(sameRow(b, a)).toBe(same);
  });
});
