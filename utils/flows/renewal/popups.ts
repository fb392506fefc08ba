import { isAlive, type Run } from '../../domain/run/run.ts';
import { shopHost } from '../../domain/run/shop.ts';
import type { Runs } from '../engine/runs.ts';
import type { Ports } from '../ports/ports.ts';
import type { Outcome } from '../reading/views.ts';

/** Pop-ups of a shop for the time of its renewal, in the browser that has a setting for it. */
export function createShopPopups(ports: Ports, runs: Runs) {
  const { connections, popups } = ports;

  const want = async ({ id }: Run, host: string): Promise<void> =>
    runs.dispatch(id, { type: 'want-popups', host, permitted: await popups.permitted() });

  return {
    /** The person wants a shop's pop-ups let through; they are asked for the permission at the same time. */
    async want(runId: string, address: string): Promise<Outcome> {
      const host = shopHost(address);
      const run = await runs.get(runId);
      if (!host) return { ok: false, problem: 'not-a-shop' };
      if (!run || !isAlive(run)) return { ok: false, problem: 'nothing-stopped' };
      if (run.connectionId !== undefined)
        await connections.change(run.connectionId, (connection) => ({ ...connection, shop: host }));
      await want(run, host);
      return { ok: true };
    },

    /** The person gave a permission: a pop-up of ours that asked for it may be gone by then. */
    async permitted(): Promise<void> {
      for (const run of await runs.living())
        if (run.popups?.state === 'wanted') await want(run, run.popups.host);
    },
  };
}
