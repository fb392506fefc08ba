import {
  type Allowance,
  GUARD_PATH,
  type GuardRule,
  holding,
  holdingRules,
  rulesByAllowance,
  guardRules as rulesOf,
} from '../../domain/address/guard-rules.ts';
import type { MarketplaceId } from '../../domain/marketplaces/definition/ids.ts';
import { builtIn, marketplaceById } from '../../domain/marketplaces/index.ts';
import type { GuardRuleStore } from '../../flows/ports/browser.ts';
import { browser, type DeclarativeNetRequest } from '../browser.ts';
import { IN_PRIVATE_INSTANCE } from '../instance.ts';
import { knownExemptions, shareExemptions } from '../store/exemptions.ts';

/** The rule set that the manifest declares. */
export const GUARD_RULESET = 'guard';

/** Where a stopped address leads. */
export function guardUrl(): string {
  return browser.runtime.getURL(GUARD_PATH);
}

/** Whether an address is the guard's, whatever a page that knows it put behind it. */
export function isGuard(url: string | undefined): boolean {
  const { origin, pathname } = URL.parse(url ?? '') ?? {};
  return pathname === GUARD_PATH && origin === URL.parse(guardUrl())?.origin;
}

type Rule = DeclarativeNetRequest.Rule;

/** Chromium's two instances share the session rules: those of private windows have ids from here on. */
const FIRST_PRIVATE_RULE = 1_000_000;

/** The guard's rules for optional marketplaces have ids from here on, among those that are kept for good. */
const FIRST_OPTIONAL_RULE = 2_000_000;

const isOptional = ({ id }: Rule): boolean => id >= FIRST_OPTIONAL_RULE;

/**
 * Firefox's rules that keep a window with its opener have ids from here on. Firefox cuts a window off its opener as soon
 * as a page of an extension stands in it, so there the address just ends, and the guard is shown by us. They go with the
 * browser's session: where a browser has just started, the manifest's rules take the address to the guard by themselves.
 */
const FIRST_HOLDING_RULE = 3_000_000;

const isHolding = ({ id }: Rule): boolean => id >= FIRST_HOLDING_RULE;

const isOwn = ({ id }: Rule): boolean => id >= FIRST_PRIVATE_RULE === IN_PRIVATE_INSTANCE;

const inSession = (rule: GuardRule): GuardRule => (import.meta.env.FIREFOX ? holding(rule) : rule);

const asOwn = (rule: GuardRule): GuardRule =>
  IN_PRIVATE_INSTANCE ? { ...rule, id: rule.id + FIRST_PRIVATE_RULE } : rule;

/** Where rules are kept: those of the browser's session, or for good. */
interface Store {
  /** A rule as it is to stand there. */
  as(rule: GuardRule): GuardRule;
  read(): Promise<Rule[]>;
  update(change: { removeRuleIds?: number[]; addRules?: Rule[] }): Promise<void>;
}

const keyOf = ({ id, priority, action, condition }: Rule): string =>
  JSON.stringify([
    id,
    priority,
    action.type,
    condition.regexFilter,
    condition.urlFilter,
    condition.tabIds,
    condition.requestDomains,
  ]);

/** Whether exactly these rules stand already. */
function areThere(wanted: readonly Rule[], installed: readonly Rule[]): boolean {
  const standing = new Set(installed.map(keyOf));
  return installed.length === wanted.length && wanted.every((rule) => standing.has(keyOf(rule)));
}

/**
 * Replaces a store's rules; does nothing where they stand already. In one call where the browser takes them all, else
 * one allowance after the other: one that it refuses falls out alone.
 *
 * @returns the allowances that were refused
 */
async function replace<T extends Allowance>(
  allowances: readonly T[],
  { as, read, update }: Store,
): Promise<T[]> {
  const lists = rulesByAllowance(allowances).map((rules) => rules.map(as).map(asOwn) as Rule[]);
  const wanted = lists.flat();
  const installed = await read();
  if (areThere(wanted, installed)) return [];
  const removeRuleIds = installed.map(({ id }) => id);
  try {
    await update({ removeRuleIds, addRules: wanted });
    return [];
  } catch {
    await update({ removeRuleIds });
    const refused: T[] = [];
    for (const [index, allowance] of allowances.entries())
      await update({ addRules: lists[index] ?? [] }).catch(() => refused.push(allowance));
    return refused;
  }
}

/** The rules of the browser's session that let something pass, and what they leave to the guard. */
export async function passing(): Promise<Rule[]> {
  const all = await browser.declarativeNetRequest.getSessionRules();
  return all.filter((rule) => !isHolding(rule));
}

const dynamicRules = (): Promise<Rule[]> => browser.declarativeNetRequest.getDynamicRules();

/** Firefox: what is stopped for these marketplaces, and for those that are built in, ends in its tab. */
export async function holdStopped(ids: readonly MarketplaceId[]): Promise<void> {
  if (!import.meta.env.FIREFOX) return;
  const rules = holdingRules([...builtIn, ...ids.map(marketplaceById)]);
  const wanted = rules.map((rule) => ({ ...rule, id: rule.id + FIRST_HOLDING_RULE })) as Rule[];
  const installed = (await browser.declarativeNetRequest.getSessionRules()).filter(isHolding);
  if (areThere(wanted, installed)) return;
  const removeRuleIds = installed.map(({ id }) => id);
  await browser.declarativeNetRequest.updateSessionRules({ removeRuleIds, addRules: wanted });
}

/** Makes the guard's rules stand for these of the optional marketplaces, and for no other one. */
export async function guardOptional(ids: readonly MarketplaceId[]): Promise<void> {
  const rules = rulesOf(ids.map(marketplaceById));
  const wanted = rules.map((rule) => ({ ...rule, id: rule.id + FIRST_OPTIONAL_RULE })) as Rule[];
  const installed = (await dynamicRules()).filter(isOptional);
  if (areThere(wanted, installed)) return;
  const removeRuleIds = installed.map(({ id }) => id);
  await browser.declarativeNetRequest.updateDynamicRules({ removeRuleIds, addRules: wanted });
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
    replace(allowances, {
      as: inSession,
      read: async () => (await passing()).filter(isOwn),
      update: (change) => browser.declarativeNetRequest.updateSessionRules(change),
    }),
  async exempt(exemptions) {
    const refused = await replace(exemptions, {
      as: (rule) => rule,
      read: async () => (await dynamicRules()).filter((rule) => !isOptional(rule)),
      update: (change) => browser.declarativeNetRequest.updateDynamicRules(change),
    });
    await shareExemptions(exemptions.filter((exemption) => !refused.includes(exemption)));
    return refused;
  },
  exempted: knownExemptions,
};
