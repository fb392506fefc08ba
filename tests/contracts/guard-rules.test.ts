import { expect, it } from 'vitest';
import { allowanceRules, guardRules } from '../../utils/domain/address/guard-rules.ts';
import { builtIn } from '../../utils/domain/marketplaces/index.ts';
import type { ExtensionScope } from '../e2e/support/harness.ts';
import { changes, innocent, usual } from '../unit/domain/address/spellings.ts';
import { contracts } from './browsers.ts';

const allowances = (['amazon', 'ebay-oauth', 'ebay-authnauth'] as const).map((kind, index) => ({
  kind,
  app: 'Vendor-PRD-1',
  tabId: index + 1,
}));

contracts('the guard’s rules', (stage, kind) => {
  it('are all taken by the browser', async () => {
    const { browser } = stage;
    const found = await browser.background(async (rules) => {
      const { declarativeNetRequest } = (globalThis as unknown as ExtensionScope).chrome;
      const standing = await declarativeNetRequest.getEnabledRulesets();
      await declarativeNetRequest.updateSessionRules({ addRules: rules as never });
      const own = new Set(rules.map(({ id }) => id));
      const taken = (await declarativeNetRequest.getSessionRules()).filter(({ id }) => own.has(id)).length;
      await declarativeNetRequest.updateSessionRules({ removeRuleIds: rules.map(({ id }) => id) });
      return { standing, taken };
    }, allowanceRules(allowances));
    expect(found).toEqual({ standing: ['guard'], taken: allowanceRules(allowances).length });
  });

  if (kind === 'firefox') return;

  it('each fit into the room that Chromium gives an expression', async () => {
    const expressions = [...guardRules(), ...allowanceRules(allowances)].flatMap(
      ({ condition }) => condition.regexFilter ?? [],
    );
    const refused = await stage.browser.background(async (all) => {
      const { declarativeNetRequest } = (globalThis as unknown as ExtensionScope).chrome;
      const answers = await Promise.all(
        all.map(async (regex) => [
          regex,
          await declarativeNetRequest.isRegexSupported({ regex, isCaseSensitive: false }),
        ]),
      );
      return answers.filter(([, answer]) => !(answer as { isSupported: boolean }).isSupported);
    }, expressions);
    expect(refused).toEqual([]);
  });

  // Firefox has no such question; there the journeys of shape.test.ts open such addresses.
  it('stop requests in every spelling, and nothing else', async () => {
    const stops = new Set(
      guardRules(builtIn).flatMap(({ id, action }) => (action.type === 'redirect' ? [id] : [])),
    );
    const some = usual.filter((_, index) => index % 23 === 0);
    const spelled = changes.flatMap(({ of }) => some.map((url) => of(new URL(url), 0b101101110101)));
    const winners = await stage.browser.background(
      async (urls) => {
        const { declarativeNetRequest } = (globalThis as unknown as ExtensionScope).chrome;
        const found: [string, number | undefined][] = [];
        for (const url of urls) {
          const request = { url, type: 'main_frame', tabId: 12345 };
          const { matchedRules } = await declarativeNetRequest.testMatchOutcome(request as never);
          found.push([url, matchedRules[0]?.ruleId]);
        }
        return found;
      },
      [...usual, ...spelled, ...innocent].map((url) => new URL(url).href),
    );
    const stopped = winners.filter(([, rule]) => stops.has(rule ?? 0)).map(([url]) => url);
    expect(stopped).toEqual([...usual, ...spelled].map((url) => new URL(url).href));
  });
});
