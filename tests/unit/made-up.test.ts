import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import type { Connection } from '@/utils/domain/account/connection.ts';
import type { Grant } from '@/utils/domain/account/grant.ts';
import type { Item } from '@/utils/domain/sync/item.ts';

/** The marketplace of CONTRIBUTING's worked example, exactly as it stands there. */
function worked(): { id: string } & Record<string, never> {
  const guide = readFileSync(join(import.meta.dirname, '../../CONTRIBUTING.md'), 'utf8');
  const code = /```ts\n(import type \{ Marketplace \}.*?)```/s.exec(guide)?.[1] ?? '';
  const script = stripTypeScriptTypes(code).replace(/export const basar\s*=/, 'basar =');
  return runInNewContext(`${script}; JSON.parse(JSON.stringify(basar))`, { basar: undefined });
}

const MARKETPLACES = '@/utils/domain/marketplaces';
const AUTHORISE = 'https://login.basar.example/authorize?client=c1&state=s1';
const CALLBACK = 'https://vendor.example/cb?code=c&state=s1&shop=77';
const NOW = Date.parse('2026-11-20T12:00:00Z');
const TAB = 5;
const JAR = '0';

/** As if its file, its names and its line in the list had been added, and nothing else. */
beforeAll(() => {
  vi.resetModules();
  const basar = worked();
  vi.doMock(`${MARKETPLACES}/definition/ids.ts`, async (original) => {
    const ids = await original<typeof import('@/utils/domain/marketplaces/definition/ids.ts')>();
    return {
      ...ids,
      marketplaceIdSchema: z.enum([...ids.marketplaceIdSchema.options, 'basar']),
      grantKindSchema: z.enum([...ids.grantKindSchema.options, 'basar']),
      sharedLoginSchema: z.enum([...ids.sharedLoginSchema.options, 'basarShop']),
    };
  });
  vi.doMock(`${MARKETPLACES}/all.ts`, async (original) => {
    const { marketplaces } = await original<typeof import('@/utils/domain/marketplaces/all.ts')>();
    return { marketplaces: [...marketplaces, basar] };
  });
});

afterAll(() => {
  vi.doUnmock(`${MARKETPLACES}/definition/ids.ts`);
  vi.doUnmock(`${MARKETPLACES}/all.ts`);
  vi.resetModules();
});

const CONNECTION = {
  id: 'c',
  marketplace: 'basar',
  site: 'de',
  region: 'world',
  integration: 'other',
  software: 'Stallkeeper',
  name: 'Nordlicht',
  apps: [{ kind: 'basar', app: 'c1', verified: true }],
  account: { id: '77' },
  createdAt: NOW,
  updatedAt: NOW,
} as unknown as Connection;

const GRANT = {
  id: 'g',
  connectionId: 'c',
  kind: 'basar',
  verdict: 'match',
  at: NOW,
  expiry: { basis: 'entered', date: '2027-05-04' },
} as unknown as Grant;

it('is no business of any code but the definitions and the software that sells there', () => {
  const root = join(import.meta.dirname, '../..');
  const files = ['utils', 'entrypoints', 'components'].flatMap((floor) =>
    globSync(`${floor}/**/*.{ts,tsx}`, { cwd: root }),
  );
  const named = files.filter((file) =>
    /['"](amazon|ebay|bol)['"]/.test(readFileSync(join(root, file), 'utf8')),
  );
  // Its pictures show one made-up renewal.
  const allowed = /^(utils\/domain\/(marketplaces|integrations)\/|entrypoints\/help\/example\.ts)/;
  expect(named.filter((file) => !allowed.test(file))).toEqual([]);
  expect(named.length).toBeGreaterThan(0);
});

describe('a marketplace that is added by its file, its names and a line', () => {
  it('fits the schema', async () => {
    const { marketplaceSchema } = await import('@/utils/domain/marketplaces/definition/schema.ts');
    expect(() => marketplaceSchema.parse(worked())).not.toThrow();
  });

  it('is stopped, cleaned, let through and recorded', async () => {
    const { worker } = await import('./flows/journey.ts');
    const { World } = await import('../fakes/world.ts');
    const { answerOf } = await import('@/utils/domain/address/answer/answer.ts');
    const world = new World();
    // Somebody has allowed its pages.
    world.withheld = [];
    const lies = { hostOnly: false, path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;
    world.cookies = [
      { ...lies, domain: 'basar.example', storeId: JAR, name: 'basar_session', value: 'canary' },
    ];
    const app = await worker(world);
    world.tabs.set(TAB, 'about:blank');
    expect(world.visit(TAB, AUTHORISE)).toBe('guard');
    await app.guard.stopped(AUTHORISE, TAB);
    expect(await app.guard.view(TAB, JAR)).toMatchObject({
      kind: 'choose',
      ask: { marketplace: 'basar', site: 'de', app: 'c1', kind: 'basar' },
      preview: { domains: [{ domain: 'basar.example', cookies: 1, signedIn: true }] },
    });
    const connection = { integration: 'other', software: 'Stallkeeper', name: 'Nordlicht' } as const;
    expect(
      await app.guard.decide(TAB, JAR, { type: 'renew', mode: 'clear', connection, forceSignIn: false }),
    ).toEqual({ ok: true });
    expect([world.cookies, world.tabs.get(TAB)]).toEqual([[], AUTHORISE]);
    expect(world.visit(TAB, AUTHORISE)).toBe('page');
    const answer = answerOf(AUTHORISE, CALLBACK);
    if (!answer) throw new Error('not an answer');
    await app.callbacks.seen({ answer, tabId: TAB, jar: JAR });
    expect([...world.grants.values()]).toMatchObject([{ kind: 'basar', accountId: '77', verdict: 'first' }]);
    expect(world.badge).toMatchObject({ text: '365' });
    // Of two that are asked for here and there, the other one is stopped all the same.
    expect(world.visit(6, AUTHORISE)).toBe('guard');
  });

  it('goes along by the sync, with its dates', async () => {
    const { fieldsOf, connectionFrom, endsFrom } = await import('@/utils/domain/sync/fields.ts');
    const fields = fieldsOf(CONNECTION, { connectionId: 'c', grants: [GRANT] } as never, true);
    const registers = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, { value, n: 1, by: 'a' }]),
    );
    const item = { id: 'c', life: 0, registers } as Item;
    expect(connectionFrom(item, undefined, true, NOW)).toMatchObject({ marketplace: 'basar', site: 'de' });
    expect(endsFrom(item)).toEqual([{ kind: 'basar', at: NOW, expiry: GRANT.expiry, counts: true }]);
  });

  it('is sound in the database, and comes back from a backup', async () => {
    const { isConnection, isGrant } = await import('@/utils/domain/rows/rows.ts');
    const { isExemption } = await import('@/utils/domain/rows/run-rows.ts');
    expect([isConnection(CONNECTION), isGrant(GRANT)]).toEqual([true, true]);
    expect(isExemption({ id: 'e', marketplace: 'basar', kind: 'basar', app: 'c1', since: NOW })).toBe(true);
    const { writeFile, readFile } = await import('@/utils/domain/data/file.ts');
    const { filled } = await import('./domain/data/examples.ts');
    const content = { ...filled(), connections: [CONNECTION], grants: [GRANT] };
    const read = readFile(writeFile(content as never, NOW, '1'));
    expect(read).toMatchObject({ ok: true, content: { connections: [{ marketplace: 'basar' }] } });
  });

  it('is preset by an organisation', async () => {
    const { managedOf } = await import('@/utils/domain/policy/managed.ts');
    const preset = { id: 'a', marketplace: 'basar', site: 'de', software: 'Stallkeeper', name: 'Nordlicht' };
    expect(managedOf({ connections: [preset] })).toMatchObject({
      faults: [],
      connections: [{ marketplace: 'basar', region: 'world' }],
    });
  });

  it('is offered with the software that is not known, with the steps of its own consent', async () => {
    const { integrationsAt, kindsNeeded, stepsFor } = await import('@/utils/domain/integrations/index.ts');
    const basar = 'basar' as never;
    expect(integrationsAt(basar).map(({ id }) => id)).toEqual(['other']);
    expect(kindsNeeded('other', basar)).toEqual(['basar']);
    expect(stepsFor('other', basar).map(({ id }) => id)).toEqual([
      'clean',
      'start',
      'sign-in',
      'account',
      'confirm',
      'answer',
      'works',
    ]);
  });

  it('is watched wherever the others are', async () => {
    const patterns = await import('@/utils/domain/address/host-patterns.ts');
    expect(patterns.allSessionDomains()).toContain('basar.example');
    expect(patterns.handoffMatches()).toContain('*://login.basar.example/*');
    expect(patterns.contentMatches()).toContain('*://*.basar.example/authorize*');
  });
});
