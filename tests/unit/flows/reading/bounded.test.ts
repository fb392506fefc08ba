import { describe, expect, it } from 'vitest';
import { MOST_ENDED } from '@/utils/domain/run/open-rows.ts';
import type { LedgerEntry } from '@/utils/domain/run/run.ts';
import { overview } from '@/utils/flows/reading/overview.ts';
import { createPorts } from '../../../fakes/ports.ts';
import { World } from '../../../fakes/world.ts';
import { worker } from '../journey.ts';

const MARKETPLACE = { marketplace: 'amazon', site: 'de' } as const;

/** Renewals that ended well and were not put away, the last one a minute ago; each put an earlier sign-in back. */
function ended(world: World, count: number): void {
  for (let index = 0; index < count; index += 1) {
    const at = world.now - (index + 1) * 60_000;
    const row: LedgerEntry = {
      ...MARKETPLACE,
      id: `run-${index}`,
      mode: 'set-aside',
      jar: '0',
      kinds: ['amazon'],
      legs: [{ kind: 'amazon', app: 'a', outcome: 'granted' }],
      aside: { cookies: 3, state: 'back' },
      progress: {},
      startedAt: at - 1000,
      phase: 'ended',
      result: 'granted',
      endedAt: at,
    };
    world.ledger.set(row.id, row);
  }
}

/** A world's ports that count the questions about tabs. */
function counting(world: World) {
  const ports = createPorts(world);
  let asked = 0;
  const showing: typeof ports.tabs.showing = (...what) => {
    asked += 1;
    return ports.tabs.showing(...what);
  };
  return { ports: { ...ports, tabs: { ...ports.tabs, showing } }, asked: () => asked };
}

describe('the pop-up', () => {
  it.each([
    [500, 50, 450],
    [5000, 50, 4950],
  ])('of %i renewals that were not put away asks about and shows %i', async (count, shown, more) => {
    const world = new World();
    ended(world, count);
    const { ports, asked } = counting(world);
    const answer = await overview(ports);
    expect(asked()).toBe(shown);
    expect(answer.runs.map(({ run }) => run.id)).toEqual(
      Array.from({ length: shown }, (_, index) => `run-${index}`),
    );
    expect(answer.beyond).toEqual({ runs: more, suggestions: 0, attention: 0 });
    expect(JSON.stringify(answer).length).toBeLessThan(50_000);
  });

  it('shows every renewal that lives or owes something, however many ended later', async () => {
    const world = new World();
    ended(world, 120);
    const [first] = [...world.ledger.values()];
    const old = { ...first, id: 'owed', endedAt: 1, aside: { cookies: 3, state: 'kept' } } as LedgerEntry;
    world.ledger.set('owed', old);
    for (let index = 0; index < 60; index += 1) {
      const { result: _, endedAt: __, ...rest } = first as Extract<LedgerEntry, { phase: 'ended' }>;
      world.ledger.set(`living-${index}`, { ...rest, id: `living-${index}`, phase: 'consenting' });
    }
    const ids = (await overview(createPorts(world))).runs.map(({ run }) => run.id);
    expect(ids.filter((id) => id.startsWith('living'))).toHaveLength(60);
    world.ledger.delete('living-0');
    for (let index = 1; index < 60; index += 1) world.ledger.delete(`living-${index}`);
    expect((await overview(createPorts(world))).runs[0]?.run.id).toBe('owed');
  });

  it('says nothing of more where everything is shown', async () => {
    const world = new World();
    ended(world, 50);
    expect(await overview(createPorts(world))).not.toHaveProperty('beyond');
  });

  it('of very many suggestions and connections shows the newest, with a list that can be sent', async () => {
    const world = new World();
    for (let index = 0; index < 1000; index += 1) {
      const id = `c${index}`;
      const times = { createdAt: 0, updatedAt: 0 };
      world.connections.set(id, {
        ...{ ...MARKETPLACE, ...times },
        ...{ id, region: 'EU', integration: 'microtech', name: id, apps: [], account: {} },
      });
      world.suggestions.set(`s${index}`, { ...MARKETPLACE, id: `s${index}`, kind: 'amazon', at: index });
    }
    const answer = await overview(createPorts(world));
    expect(answer.suggestions.map(({ suggestion }) => suggestion.at)).toEqual([
      999, 998, 997, 996, 995, 994, 993, 992, 991, 990,
    ]);
    expect(answer.beyond).toEqual({ runs: 0, suggestions: 990, attention: 0 });
    expect(answer.suggestions.every(({ fitting }) => fitting.length === 200)).toBe(true);
    expect(JSON.stringify(answer).length).toBeLessThan(500_000);
  });
});

describe('renewals that were not put away', () => {
  it('do not pile up: what is behind many newer ones is put away, and stays in the history', async () => {
    const world = new World();
    ended(world, 300);
    const app = await worker(world);
    const open = await app.ports.ledger.unacknowledged();
    expect(open).toHaveLength(MOST_ENDED);
    expect(open.map(({ id }) => id)).toContain('run-0');
    expect(world.ledger.size).toBe(300);
  });
});
