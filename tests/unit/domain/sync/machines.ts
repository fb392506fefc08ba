import type { Connection } from '@/utils/domain/account/connection.ts';
import { type Grant, type Judging, standingOf } from '@/utils/domain/account/grant.ts';
import { type Preset, presetConnection } from '@/utils/domain/policy/managed.ts';
import { grantFor } from '@/utils/domain/sync/fields.ts';
import type { Item } from '@/utils/domain/sync/item.ts';
import { dayNumber, reconcile } from '@/utils/domain/sync/reconcile.ts';
import { planSync } from '@/utils/domain/sync/room.ts';

/** One of the person's machines, with the browser's own copy of the sync. */
export class Machine {
  readonly name: string;
  accountIds = true;
  connections = new Map<string, Connection>();
  grants: Grant[] = [];
  items: Item[] = [];
  /** What the organisation presets on this one. */
  presets: Preset[] = [];
  /** What this browser knows of the sync; it may be behind. */
  area: Record<string, unknown> = {};
  /** Keys written here that the others have not been told of yet. */
  unsent = new Set<string>();

  constructor(name: string) {
    this.name = name;
  }

  /** By what the grants of a connection are judged here. */
  judging(id: string): Judging {
    return { account: this.connections.get(id)?.account ?? {}, now: Number.POSITIVE_INFINITY };
  }

  compare(now: number): void {
    const byConnection = Map.groupBy(this.grants, ({ connectionId }) => connectionId);
    const result = reconcile(
      {
        connections: [...this.connections.values()],
        standings: [...byConnection].map(([id, own]) => standingOf(id, own, this.judging(id))),
        items: this.items,
      },
      {
        stored: this.area,
        machine: this.name,
        accountIds: this.accountIds,
        presets: this.presets,
        now,
      },
    );
    for (const connection of result.put) this.connections.set(connection.id, connection);
    for (const { connectionId, ends } of result.ends) {
      for (const end of ends) {
        const grant = grantFor(connectionId, end, byConnection.get(connectionId) ?? []);
        if (grant) this.grants = [...this.grants.filter(({ id }) => id !== grant.id), grant];
      }
    }
    for (const id of result.remove) {
      this.connections.delete(id);
      this.grants = this.grants.filter(({ connectionId }) => connectionId !== id);
    }
    this.items = result.items;
    const plan = planSync(result.items, this.area, dayNumber(now));
    for (const key of plan.remove) {
      delete this.area[key];
      this.unsent.add(key);
    }
    for (const [key, value] of Object.entries(plan.set)) {
      this.area[key] = JSON.parse(JSON.stringify(value));
      this.unsent.add(key);
    }
  }

  /** The organisation's policy arrives. */
  preset(preset: Preset, now: number): void {
    this.presets = [preset];
    const { id } = preset;
    this.connections.set(id, presetConnection(preset, this.connections.get(id), now));
  }

  /** The browser's sync takes over what a machine wrote: whole items, whatever stood there. */
  hear(other: Machine): void {
    for (const key of other.unsent) {
      const value = other.area[key];
      if (value === undefined) delete this.area[key];
      else this.area[key] = structuredClone(value);
      this.unsent.delete(key);
    }
  }

  /** What the person sees here of each connection, and until when it lives. */
  view(): unknown {
    const ids = [...this.connections.keys()].sort();
    return ids.map((id) => {
      const { updatedAt: _, apps: __, ...connection } = this.connections.get(id) as Connection;
      const standing = standingOf(
        id,
        this.grants.filter((grant) => grant.connectionId === id),
        this.judging(id),
      );
      const ends = [...standing.grants, ...(standing.quarantined ? [standing.quarantined] : [])]
        .map(({ kind, at, expiry, verdict }) => [kind, at, expiry, verdict === 'other'])
        .sort();
      return { connection, ends };
    });
  }
}
