import { allowanceRules, GUARD_PATH, type GuardRule } from '../../domain/address/guard-rules.ts';
import type { GuardRuleStore } from '../../flows/ports/browser.ts';
import { browser, type DeclarativeNetRequest } from '../browser.ts';
import { IN_PRIVATE_INSTANCE } from '../instance.ts';
import { shareExemptions } from '../store/exemptions.ts';

/** The rule set that the manifest declares. */
export const GUARD_RULESET = 'guard';

/** Where a stopped address leads. */
export function guardUrl(): string {
  return browser.runtime.getURL(GUARD_PATH);
}

type Rule = DeclarativeNetRequest.Rule;

/** Chromium's two instances share the session rules: those of private windows have ids from here on. */
const FIRST_PRIVATE_RULE = 1_000_000;

const isOwn = ({ id }: Rule): boolean => id >= FIRST_PRIVATE_RULE === IN_PRIVATE_INSTANCE;

const asOwn = (rule: GuardRule): GuardRule =>
  IN_PRIVATE_INSTANCE ? { ...rule, id: rule.id + FIRST_PRIVATE_RULE } : rule;

/** Replaces a store's rules in one call; does nothing where they stand already. */
async function replace(
  wanted: GuardRule[],
  read: () => Promise<Rule[]>,
  update: (change: { removeRuleIds: number[]; addRules: Rule[] }) => Promise<void>,
): Promise<void> {
  const installed = await read();
  const key = ({ id, priority, condition }: Rule | GuardRule): string =>
    JSON.stringify([id, priority, condition.regexFilter, condition.urlFilter, condition.tabIds]);
  const standing = new Set(installed.map(key));
  const same = (rule: GuardRule): boolean => standing.has(key(rule));
  if (installed.length === wanted.length && wanted.every(same)) return;
  await update({ removeRuleIds: installed.map(({ id }) => id), addRules: wanted as Rule[] });
}

/** The guard: rules of `declarativeNetRequest`, the standing ones from the manifest, the others from what is known. */
export const guardRules: GuardRuleStore = {
  async ensure() {
    const applies = async (): Promise<boolean> =>
      (await browser.declarativeNetRequest.getEnabledRulesets()).includes(GUARD_RULESET);
    if (await applies()) return true;
    // Refused where other extensions have used up what the browser gives to all of them.
    await browser.declarativeNetRequest
      .updateEnabledRulesets({ enableRulesetIds: [GUARD_RULESET] })
      .catch(() => undefined);
    return applies();
  },
  allow: (allowances) =>
    replace(
      allowanceRules(allowances).map(asOwn),
      async () => (await browser.declarativeNetRequest.getSessionRules()).filter(isOwn),
      (change) => browser.declarativeNetRequest.updateSessionRules(change),
    ),
  async exempt(exemptions) {
    await replace(
      allowanceRules(exemptions),
      () => browser.declarativeNetRequest.getDynamicRules(),
      (change) => browser.declarativeNetRequest.updateDynamicRules(change),
    );
    if (!import.meta.env.FIREFOX) await shareExemptions(exemptions);
  },
};
