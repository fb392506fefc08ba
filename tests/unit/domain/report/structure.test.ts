// @vitest-environment happy-dom
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { reportOf } from '@/utils/domain/report/report.ts';
import { readStructure } from '@/utils/domain/report/structure.ts';

beforeAll(() => {
  Element.prototype.checkVisibility = () => true;
  (globalThis as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(
    'https://signin.ebay.com/signin/s?ru=zqsecretzq',
  );
});

it('nothing that stands on a page gets into its report, wherever it stands', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^zq[a-z0-9]{6,12}$/), (hidden) => {
      document.title = hidden;
      document.body.innerHTML = `<!-- ${hidden} -->
        <h1 id="${hidden}" class="${hidden} user-${hidden}" data-user="${hidden}" title="${hidden}">${hidden}</h1>
        <form action="/${hidden}" name="${hidden}"><label for="userid">${hidden}</label>
        <input id="userid" name="${hidden}" value="${hidden}" placeholder="${hidden}" aria-label="${hidden}">
        <button type="submit" onclick="${hidden}">${hidden}</button></form>
        <a class="link ${hidden}" href="https://signin.ebay.com/${hidden}?${hidden}">${hidden}</a>
        <script type="application/json">"${hidden}"</script><div id="host"></div>`;
      const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
      if (root) root.innerHTML = `<button class="${hidden}" id="continue">${hidden}</button>`;
      const told = JSON.stringify(reportOf('ebay', readStructure(['#user-info', '#userid']), '1.0.0'));
      expect(told).not.toContain('zq');
      expect(told).toContain('input#userid');
      expect(told).toContain('(shadow) button#continue');
    }),
    { numRuns: 100 },
  );
});

it('of a page of any size a bounded part is read', () => {
  document.body.innerHTML = '<button class="a b c d e f g h i j k l">x</button>'.repeat(1000);
  const { elements } = readStructure([]);
  expect(elements).toHaveLength(150);
  expect(elements[0]?.classes).toHaveLength(10);
});
