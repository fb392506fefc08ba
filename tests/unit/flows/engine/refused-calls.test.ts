import { describe, expect, it } from 'vitest';
import { dirtyWorld, JAR, NEW_CONNECTION, stop, TAB, worker } from '../journey.ts';

describe.each(['set-aside', 'clear', 'container'] as const)('a renewal in mode %s', (mode) => {
  it('leaves nothing behind, whichever call is refused on the way to the consent', async () => {
    const tried: string[] = [];
    for (let refused = 1; refused === tried.length + 1; refused += 1) {
      const world = dirtyWorld();
      world.containers = new Map();
      const before = structuredClone(world.cookies);
      await stop(world, await worker(world));
      let isAwake = false;
      let calls = 0;
      let name = '';
      const app = await worker(world, async (call) => {
        if (isAwake) calls += 1;
        if (isAwake && calls === refused) name = call;
        if (isAwake && calls === refused && !call.endsWith('done')) throw new Error(`${call} is refused`);
      });
      isAwake = true;
      const choice = { type: 'renew', mode, connection: NEW_CONNECTION, forceSignIn: false } as const;
      await app.guard.decide(TAB, JAR, choice).catch(() => undefined);
      isAwake = false;
      if (name !== '') tried.push(name);
      const [run] = world.ledger.values();
      if (run) await app.renewals.choose(run.id, 'cancel');
      for (const tabId of world.tabs.keys()) world.close(tabId);
      if (run) await app.renewals.choose(run.id, 'put-away');
      await worker(world);
      const left = {
        asides: world.asides.size,
        containers: world.containers.size,
        rules: world.sessionRules.length,
      };
      expect({ refused: name, ...left }).toEqual({ refused: name, asides: 0, containers: 0, rules: 0 });
      if (mode !== 'clear')
        expect({ refused: name, cookies: world.cookies }).toEqual({ refused: name, cookies: before });
    }
    expect(tried.length).toBeGreaterThan(50);
  });
});
