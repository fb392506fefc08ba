import type { Connection } from '../../domain/account/connection.ts';
import type { ConnectionEdit } from '../../domain/account/connection-form.ts';
import { standingOf } from '../../domain/account/grant.ts';
import type { Listed } from '../../domain/due/listing.ts';
import { integrationById } from '../../domain/integrations/index.ts';
import { marketplaceById, siteById } from '../../domain/marketplaces/index.ts';
import { decidedBy, managedOf, presetConnection } from '../../domain/policy/managed.ts';
import type { Runs } from '../engine/runs.ts';
import { presetOf } from '../policy/managed.ts';
import type { Ports } from '../ports/ports.ts';
import { noted, readable } from '../ports/readable.ts';
import type { Removed } from '../ports/records.ts';
import { withRoles } from '../reading/history.ts';
import { listedOf } from '../reading/listed.ts';
import { allConnectionViews, connectionView } from '../reading/overview.ts';
import type { ConnectionHistory, Outcome } from '../reading/views.ts';

/** How long a removed connection can be brought back: ms. */
export const KEPT_AFTER_REMOVAL = 7 * 24 * 60 * 60 * 1000;

/**
 * What the dashboard shows of connections, and what the person does there with them.
 *
 * @param release Removes the container that was made for a connection, before the connection is removed.
 */
export function createDashboard(
  ports: Ports,
  runs: Pick<Runs, 'alone'>,
  release: (connectionId: string) => Promise<void>,
) {
  const { connections, grants, ledger, clock, toolbar, policy } = ports;

  /** Changes a connection that there is, and says what that means for badge and pages. */
  async function change(id: string, changed: (connection: Connection) => Connection): Promise<Outcome> {
    const updatedAt = clock.now();
    const next = await connections.change(id, (connection) => ({ ...changed(connection), updatedAt }));
    if (!next) return { ok: false, problem: 'connection-gone' };
    return { ok: true };
  }

  return {
    /** Every connection, archived ones too, as short as a list of thousands needs it. Rejects where it cannot be read. */
    async list(): Promise<Listed[]> {
      const [views, managed] = await Promise.all([
        allConnectionViews(ports, noted),
        policy.read().then(managedOf),
      ]);
      const presets = new Set(managed.connections.map(({ id }) => id));
      return views.map((view) => ({
        ...listedOf(view),
        ...(presets.has(view.connection.id) && { preset: true as const }),
      }));
    },

    /** All that is known of a connection; undefined where it is gone. */
    async history(id: string): Promise<ConnectionHistory | undefined> {
      const connection = await connections.get(id);
      if (!connection) return undefined;
      const [given, runs, preset] = await Promise.all([grants.of(id), ledger.of(id), presetOf(ports, id)]);
      const now = clock.now();
      const zone = clock.timeZone();
      const { account } = connection;
      return {
        view: connectionView(connection, standingOf(id, given, { account, now }), now, zone),
        grants: withRoles(ports, given, connection),
        runs,
        ...(preset && { decided: decidedBy(preset) }),
      };
    },

    /** Changes what the user knows of a connection. What was proven stays: grants are judged by the account. */
    async edit(id: string, edit: ConnectionEdit): Promise<Outcome> {
      const connection = await connections.get(id);
      if (!connection) return { ok: false, problem: 'connection-gone' };
      const marketplace = marketplaceById(connection.marketplace);
      const site = siteById(marketplace, edit.site);
      const sells = integrationById(edit.integration).marketplaces.some(
        (each) => each.marketplace === connection.marketplace,
      );
      if (!site || !sells) return { ok: false, problem: 'invalid' };
      // An answer belongs to the region that it was given in.
      const proven = (await grants.of(id)).some(({ runId }) => runId !== undefined);
      if (proven && site.region !== connection.region) return { ok: false, problem: 'invalid' };
      const { accountId, name, software, signInName, note, mark } = edit;
      const edited = (known: Connection): Connection => {
        const { software: _, signInName: __, note: ___, mark: ____, account, ...rest } = known;
        const { id: _____, ...shown } = account;
        return {
          ...rest,
          name,
          site: site.id,
          region: site.region,
          integration: edit.integration,
          account: accountId === undefined ? shown : { ...account, id: accountId },
          ...(edit.integration === 'other' && software !== undefined && { software }),
          ...(signInName !== undefined && { signInName }),
          ...(note !== undefined && { note }),
          ...(mark && { mark }),
        };
      };
      const preset = await presetOf(ports, id);
      const next = edited(connection);
      if (preset && presetConnection(preset, next, clock.now()) !== next) {
        return { ok: false, problem: 'organisation' };
      }
      return change(id, edited);
    },

    /** A muted connection is neither reminded of nor counted by the badge. */
    mute(id: string, muted: boolean): Promise<Outcome> {
      return change(id, ({ muted: _, ...connection }) => ({ ...connection, ...(muted && { muted }) }));
    },

    /** An archived connection is kept with its history and counts nowhere. */
    archive(id: string, archived: boolean): Promise<Outcome> {
      return change(id, ({ archivedAt: _, ...connection }) => ({
        ...connection,
        ...(archived && { archivedAt: clock.now() }),
      }));
    },

    /** Removes a connection with its history; for a week it can be brought back. What is preset stays. */
    async remove(id: string): Promise<Outcome> {
      if (await presetOf(ports, id)) return { ok: false, problem: 'organisation' };
      // What it has open ends first: a renewal that lives on would be nobody's.
      await runs.alone(async ({ endAll }) => {
        await endAll(id);
        await release(id);
        await connections.remove(id, clock.now());
      });
      return { ok: true };
    },

    /** The connections that can be brought back, the last removed first. */
    async removed(): Promise<Removed[]> {
      const oldest = clock.now() - KEPT_AFTER_REMOVAL;
      return (await readable(ports, connections.removed())).filter(({ at }) => at >= oldest);
    },

    async restore(id: string): Promise<Outcome> {
      const back = await runs.alone(() => connections.restore(id));
      return back ? { ok: true } : { ok: false, problem: 'connection-gone' };
    },

    /** Forgets what nobody brought back in time: at every wake. */
    tidy: (): Promise<void> => connections.forgetRemovedBefore(clock.now() - KEPT_AFTER_REMOVAL),

    /** Forgets removed connections for good. */
    async empty(): Promise<Outcome> {
      await connections.forgetRemovedBefore(Number.POSITIVE_INFINITY);
      await toolbar.changed();
      return { ok: true };
    },
  };
}
