import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexed, type Listed, listing, type Wanted } from '@/utils/domain/due/listing.ts';

const row = (id: string, more: Partial<Listed> = {}): Listed => ({
  id,
  name: id,
  marketplace: 'amazon',
  site: 'de',
  integration: 'microtech',
  urgency: 'calm',
  ...more,
});
const ends = (days: number, ended = days < 0): Pick<Listed, 'remaining'> => ({
  remaining: { days, ended, kind: 'amazon', grantId: 'g', since: 0, expiry: { basis: 'by-rule', at: days } },
});
const everything: Wanted = { search: '', by: 'end', descending: false };
const compare = new Intl.Collator('de').compare;
const words = ({ integration, marketplace, site }: Listed) => ({
  software: integration,
  place: `${marketplace} ${site}`,
});
const ids = (rows: Listed[], wanted: Partial<Wanted> = {}): string[] =>
  listing(indexed(rows, words), { ...everything, ...wanted }, compare).map(({ id }) => id);

describe('a list of connections', () => {
  it('begins with what has ended, then the soonest; what has no date comes last', () => {
    const rows = [row('none'), row('far', ends(300)), row('today', ends(0)), row('gone', ends(-4))];
    expect(ids([...rows, row('ended-today', ends(0, true))])).toEqual([
      'gone',
      'ended-today',
      'today',
      'far',
      'none',
    ]);
    expect(ids(rows, { descending: true })).toEqual(['none', 'far', 'today', 'gone']);
  });

  it('is found by every word, whatever their order, case and accents', () => {
    const rows = [
      row('a', { name: 'Alpenglück GmbH', note: 'Frau Müller' }),
      row('b', { name: 'Nordlicht' }),
    ];
    expect(ids(rows, { search: 'GLUCK gmbh' })).toEqual(['a']);
    expect(ids(rows, { search: 'müller alpen' })).toEqual(['a']);
    expect(ids(rows, { search: 'amazon nord' })).toEqual(['b']);
    expect(ids(rows, { search: 'nord müller' })).toEqual([]);
  });

  it('is narrowed by marketplace, software and state', () => {
    const rows = [
      row('amazon'),
      row('ebay', { marketplace: 'ebay', integration: 'linnworks', urgency: 'expired' }),
      row('muted', { muted: true, urgency: 'soon' }),
      row('wrong', { account: 'wrong' }),
    ];
    expect(ids(rows, { marketplace: 'ebay' })).toEqual(['ebay']);
    expect(ids(rows, { integration: 'linnworks' })).toEqual(['ebay']);
    expect(ids(rows, { state: 'expired' })).toEqual(['ebay']);
    expect(ids(rows, { state: 'muted' })).toEqual(['muted']);
    expect(ids(rows, { state: 'account' })).toEqual(['wrong']);
  });

  it('shows archived ones in their own list alone', () => {
    const rows = [row('here'), row('away', { archived: true, muted: true })];
    expect(ids(rows)).toEqual(['here']);
    expect(ids(rows, { state: 'muted' })).toEqual([]);
    expect(ids(rows, { state: 'archived' })).toEqual(['away']);
  });

  it('loses nothing and doubles nothing, however it is sorted', () => {
    const rows = fc.array(
      fc.record({ days: fc.option(fc.integer({ min: -9, max: 9 })), name: fc.string({ maxLength: 3 }) }),
    );
    const order = fc.record({
      by: fc.constantFrom('end' as const, 'name' as const, 'software' as const, 'place' as const),
      descending: fc.boolean(),
    });
    fc.assert(
      fc.property(rows, order, (made, wanted) => {
        const all = made.map(({ days, name }, index) =>
          row(String(index), { name, ...(days !== null && ends(days)) }),
        );
        const found = ids(all, wanted);
        expect(found.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
        if (wanted.by === 'name' && !wanted.descending) {
          const names = found.map((id) => all[Number(id)]?.name ?? '');
          for (const [index, name] of names.entries())
            expect(compare(names[Math.max(0, index - 1)] ?? '', name)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });
});
