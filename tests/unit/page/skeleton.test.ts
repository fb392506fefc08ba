import { expect, it } from 'vitest';
import { reportOf } from '@/utils/domain/report/report.ts';
import { skeletonOf } from '../../page/skeleton.ts';

it('a report becomes an entry of the definition and a page of the simulator', () => {
  const report = reportOf(
    'ebay',
    {
      url: 'https://signin.ebay.com/signin/s?x=1',
      status: 200,
      elements: [
        { tag: 'h1', id: 'greeting-text', classes: ['header', 'zq12'], shown: true },
        { tag: 'input', id: 'userid', type: 'email', classes: [], shown: true },
        { tag: 'button', type: 'submit', classes: ['btn', 'btn-primary'], shown: false, within: true },
        { tag: 'button', classes: [], shown: true },
        { tag: 'button', classes: [], shown: true },
      ],
      hits: [],
    },
    '1.0.0',
  );
  if (!report) throw new Error('no report');
  const { definition, page } = skeletonOf(report);
  expect(definition).toContain("on: ['signin']");
  expect(definition).toContain("path: '/signin/*'");
  expect(definition).toContain(report.selectors[0]?.selector);
  expect(page).toContain('<input id="userid" type="email">');
  expect(page).toContain(
    '<button class="btn btn-primary" type="submit" hidden></button> <!-- in a shadow root -->',
  );
  expect(page).toContain('<button></button> <!-- 2 times -->');
  // Every line of the report is there.
  expect(page.split('\n').filter((line) => line.startsWith('  <'))).toHaveLength(report.elements.length);
});
