import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linkTo, monthLink, receiptAsked, receiptDetail } from '@/entrypoints/options/links.ts';

const NOW = Temporal.PlainYearMonth.from('2026-11');

/** What the dashboard makes of an address: see `route.ts`. */
const detailOf = (link: string): string => decodeURIComponent(link.split('/')[1] ?? '');

it('reads of a receipt’s address what was written into it, whatever the ids', () => {
  const id = fc.string({ minLength: 1, unit: 'grapheme' });
  fc.assert(
    fc.property(id, id, (connectionId, key) => {
      fc.pre(!/^\d{4}-\d{2}$/.test(key));
      const asked = receiptAsked(detailOf(linkTo('receipt', receiptDetail(connectionId, key))), NOW);
      expect(asked).toEqual({ connectionId, key });
    }),
  );
});

it('reads a month, of one connection or of all, and the present one where none is named', () => {
  const may = Temporal.PlainYearMonth.from('2025-05');
  expect(receiptAsked(detailOf(monthLink(may, 'a/b')), NOW)).toEqual({ connectionId: 'a/b', month: may });
  expect(receiptAsked(detailOf(monthLink(may)), NOW)).toEqual({ month: may });
  for (const detail of [undefined, '', '/', '/2026-13', '%', 'a/']) {
    expect(receiptAsked(detail, NOW).month, detail).toEqual(NOW);
  }
});
