import { expect, it } from 'vitest';
import { allowanceRules, guardRules } from '@/utils/domain/address/guard-rules.ts';
import type { ExtensionScope } from '../e2e/support/harness.ts';
import { innocent, usual } from '../unit/domain/address/spellings.ts';
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
      const taken = (await declarativeNetRequest.getSessionRules()).length;
      await declarativeNetRequest.updateSessionRules({ removeRuleIds: rules.map(({ id }) => id) });
      return { standing, taken };
    }, allowanceRules(allowances));
    expect(found).toEqual({ standing: ['guard'], taken: allowanceRules(allowances).length });
  });

  it.runIf(kind === 'chromium')('each fit into the room that Chromium gives an expression', async () => {
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

  it('match what they are to match, and nothing else', async () => {
    const outcome = await stage.browser.background(
      async ({ requests, others }) => {
        const { declarativeNetRequest } = (globalThis as unknown as ExtensionScope).chrome;
        const stops = async (url: string): Promise<boolean> => {
          const { matchedRules } = await declarativeNetRequest.testMatchOutcome({
            url,
            type: 'main_frame',
            tabId: 12345,
          } as never);
          return matchedRules.length > 0;
        };
        const passed: string[] = [];
        for (const url of requests) if (!(await stops(url))) passed.push(url);
        const stopped: string[] = [];
        for (const url of others) if (await stops(url)) stopped.push(url);
        return { passed, stopped };
      },
      { requests: usual, others: innocent },
    );
    expect(outcome).toEqual({ passed: [], stopped: [] });
  });
});
