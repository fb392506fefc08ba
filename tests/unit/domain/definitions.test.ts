import { getDomain } from 'tldts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Connection } from '@/utils/domain/account/connection.ts';
import { manageUrl } from '@/utils/domain/account/manage-url.ts';
import { classifyUrl } from '@/utils/domain/address/consent-url.ts';
import { integrations } from '@/utils/domain/integrations/index.ts';
import { integrationSchema } from '@/utils/domain/integrations/schema.ts';
import {
  type Callback,
  marketplaceSchema,
  type Page,
} from '@/utils/domain/marketplaces/definition/schema.ts';
import { lifetimeOf, marketplaces } from '@/utils/domain/marketplaces/index.ts';
import type { LedgerEntry } from '@/utils/domain/run/run.ts';
import { stepText, stepWarning } from '@/utils/texts/run/steps.ts';

const EMPTY_CONNECTION: Connection = {
  id: 'c',
  marketplace: 'amazon',
  site: 'de',
  region: 'eu',
  integration: 'other',
  name: 'Nordlicht',
  apps: [],
  account: {},
  createdAt: 0,
  updatedAt: 0,
};

const EMPTY_RUN: LedgerEntry = {
  id: 'r',
  marketplace: 'amazon',
  site: 'de',
  mode: 'clear',
  jar: '0',
  kinds: [],
  phase: 'consenting',
  legs: [],
  progress: {},
  startedAt: 0,
};

/** A fact that nobody looked at for this long is to be looked at again: days. */
const STALE_AFTER = 400;

/** Every `source:` in a definition, wherever it stands. */
function sourcesNamed(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(sourcesNamed);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'source' && typeof inner === 'string' ? [inner] : sourcesNamed(inner),
  );
}

describe.each(marketplaces)('$name', (marketplace) => {
  it('fits the schema', () => {
    expect(() => marketplaceSchema.parse(marketplace)).not.toThrow();
  });

  it('names a known source for every fact, and no source in vain', () => {
    const { sources, ...facts } = marketplace;
    const named = new Set(sourcesNamed(facts));
    expect([...named].filter((name) => !(name in sources))).toEqual([]);
    expect(Object.keys(sources).filter((name) => !named.has(name))).toEqual([]);
  });

  it('has sources that somebody looked at lately', () => {
    const now = Temporal.Now.plainDateISO();
    const stale = Object.entries(marketplace.sources)
      .filter(([, { checkedOn }]) => now.since(checkedOn, { largestUnit: 'day' }).days > STALE_AFTER)
      .map(([name, { title, checkedOn }]) => `${name} (${title}), last checked on ${checkedOn}`);
    expect(stale).toEqual([]);
  });

  it('has site ids and hosts of its own', () => {
    const ids = marketplace.sites.map(({ id }) => id);
    const hosts = marketplace.sites.flatMap((site) => Object.values(site.hosts).flat());
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(hosts).size).toBe(hosts.length);
  });

  it('uses only regions, host roles and session domains that it defines', () => {
    const roles = new Set(marketplace.sites.flatMap((site) => Object.keys(site.hosts)));
    const used = [...marketplace.consentRoles, ...marketplace.pages.flatMap(({ on }) => on)];
    const domains = marketplace.sessionDomains.map(({ domain }) => domain);
    expect(used.filter((role) => !roles.has(role))).toEqual([]);
    for (const site of marketplace.sites) {
      expect(marketplace.regions).toContain(site.region);
      expect(domains).toEqual(expect.arrayContaining(site.sessionDomains));
    }
  });

  it('lists registrable session domains, or says that they are none', () => {
    for (const { domain, sharesRegistrableDomain } of marketplace.sessionDomains) {
      expect(getDomain(domain) !== domain).toBe(sharesRegistrableDomain ?? false);
    }
  });

  it('has a page to manage grants for every site', () => {
    for (const { id: site } of marketplace.sites)
      expect(manageUrl({ marketplace: marketplace.id, site })).toMatch(/^https:\/\/[^{}]+$/);
  });

  it('has a page of the central that an account is in', () => {
    const page = (central?: 'vendor') =>
      manageUrl({ marketplace: 'amazon', site: 'de', ...(central && { central }) });
    expect(page()).toContain('sellercentral.amazon.de');
    expect(page('vendor')).toContain('vendorcentral.amazon.de');
    expect(manageUrl({ marketplace: 'amazon', site: 'middle-east' })).toContain('vendorcentral.amazon.me');
  });

  it('has eBay’s page for a country’s apps, and the sandbox the one for all', () => {
    const page = (site: string) => manageUrl({ marketplace: 'ebay', site });
    const path = 'acctsec/security-center/third-party-app-access';
    expect(page('us')).toBe(`https://accounts.ebay.com/${path}`);
    expect(page('uk')).toBe(`https://accounts.ebay.co.uk/${path}`);
    expect(page('sandbox')).toBe('https://accountsettings.ebay.com/uas');
  });

  it('has expressions that are ones, each with the group that it is read by', () => {
    const read = [
      ...marketplace.accountLabels.flatMap(({ take }) => take ?? []),
      ...(marketplace.accountCookie ? [marketplace.accountCookie.user] : []),
    ];
    for (const expression of read) expect(new RegExp(`${expression}|`).exec('')).toHaveLength(2);
  });

  it('has a lifetime for every kind of grant that it gives', () => {
    const kinds = [
      ...marketplace.pages.map(({ asks }) => asks?.kind),
      ...marketplace.callbacks.map(({ kind }) => kind),
    ];
    for (const kind of kinds) if (kind) expect(lifetimeOf(kind)).toBeGreaterThan(0);
  });

  it('has patterns that are regular expressions', () => {
    const patterns = [marketplace.errorCodeInText ?? '', ...marketplace.loginCookies.map(({ name }) => name)];
    for (const pattern of patterns) expect(() => new RegExp(pattern)).not.toThrow();
  });

  const pages = marketplace.pages.map((page): [string, Page] => [`${page.step} ${page.path}`, page]);
  describe.each(pages)('page %s', (_, page) => {
    it.each(page.samples.yes)('is $url', ({ url, site, app, state, code }) => {
      const found = classifyUrl(url);
      expect(found).toMatchObject({ step: page.step, marketplace: marketplace.id });
      if (site) expect(found).toMatchObject({ site });
      if (app) expect(found).toMatchObject({ ask: { app, kind: page.asks?.kind } });
      if (state) expect(found).toMatchObject({ ask: { state } });
      if (code) expect(found).toMatchObject({ code });
    });

    it.each(page.samples.no)('is not %s', (url) => {
      const found = classifyUrl(url);
      const sameStep = found.step === page.step && 'ask' in found && found.ask?.kind === page.asks?.kind;
      expect(sameStep || (found.step === page.step && !page.asks)).toBe(false);
    });
  });

  const callbacks = marketplace.callbacks.map((each, index): [string, Callback] => [
    `${index + 1}: ${each.kind ?? 'any kind'} ${each.outcome}`,
    each,
  ]);
  describe.each(callbacks)('callback %s', (_, callback) => {
    it.each(callback.samples.yes)('is $url', ({ url, state, accountId, expiresAt }) => {
      expect(classifyUrl(url, { from: marketplace.id })).toEqual({
        step: 'callback',
        marketplace: marketplace.id,
        kind: callback.kind,
        outcome: callback.outcome,
        own: callback.at !== 'away',
        accountId,
        state: state ?? (url.includes('state=null') ? 'null' : undefined),
        expiresAt: expiresAt ? Date.parse(expiresAt) : undefined,
      });
    });

    it.each(callback.samples.no)('is not %s', (url) => {
      const found = classifyUrl(url, { from: marketplace.id });
      const same =
        found.step === 'callback' && found.kind === callback.kind && found.outcome === callback.outcome;
      expect(same).toBe(false);
    });
  });
});

describe.each(integrations)('integration $id', (integration) => {
  beforeEach(() => {
    vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((key) => key);
  });

  it('fits the schema', () => {
    expect(() => integrationSchema.parse(integration)).not.toThrow();
  });

  const lists = integration.marketplaces.map((each) => [each.marketplace, each] as const);
  it.each(lists)('has a sentence for every step at %s, and no other’s', (marketplace, { steps }) => {
    const connection: Connection = {
      ...EMPTY_CONNECTION,
      integration: integration.id,
      marketplace,
      software: 'Tool',
    };
    const sentences = steps.map((step) => stepText(step, { ...EMPTY_RUN, marketplace }, connection));
    expect(sentences.filter((sentence) => sentence.trim() === '')).toEqual([]);
    expect(new Set(sentences).size).toBe(steps.length);
    for (const step of steps) expect(stepWarning(step, connection) !== undefined).toBe(step.warns === true);
  });

  it.each(lists)('waits at %s for every kind of grant that it needs', (_, { kinds, steps }) => {
    expect(steps.some(({ detector }) => detector === 'all-callbacks')).toBe(kinds.length > 1);
  });
});

describe('a checklist that is not one', () => {
  const [definition] = integrations;
  const [first] = definition?.marketplaces ?? [];
  const parsed = (steps: unknown[]): boolean =>
    integrationSchema.safeParse({ ...definition, marketplaces: [{ ...first, steps }] }).success;
  const steps = first?.steps ?? [];

  it.each([
    ['is empty', []],
    ['does not begin with the clean', steps.slice(1)],
    ['has a step twice', [...steps, ...steps.slice(-1)]],
    ['is out of order', [...steps.slice(0, 1), ...steps.slice(-1), ...steps.slice(1, -1)]],
    [
      'leaves a step on the page to the person',
      [...steps.slice(0, 4), { id: 'press', when: 'on' }, ...steps.slice(4)],
    ],
    [
      'leads to a page that is no https',
      [...steps, { id: 'more', when: 'after', link: 'http://a.example/' }],
    ],
    ['runs a script', [...steps, { id: 'more', when: 'after', link: 'javascript:alert(1)' }]],
    ['has no end that a person can see', steps.filter(({ when }) => when !== 'after')],
  ])('because it %s, is refused', (_, wrong) => {
    expect(parsed(steps)).toBe(true);
    expect(parsed(wrong)).toBe(false);
  });
});
