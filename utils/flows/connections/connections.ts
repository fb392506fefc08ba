import type { Connection } from '../../domain/account/connection.ts';
import type { ConnectionForm, EnteredExpiry, NewConnection } from '../../domain/account/connection-form.ts';
import { type Expiry, type Grant, verdictOn } from '../../domain/account/grant.ts';
import type { Suggestion } from '../../domain/account/suggestion.ts';
import { dayIn, expiryOf } from '../../domain/due/expiry.ts';
import { kindsNeeded } from '../../domain/integrations/index.ts';
import type { GrantKind } from '../../domain/marketplaces/definition/schema.ts';
import { marketplaceById, siteById } from '../../domain/marketplaces/index.ts';
import { withGrant, withReport } from '../../domain/run/checklist/finishing.ts';
import { learnFrom } from '../engine/effects/record.ts';
import type { Ports } from '../ports/ports.ts';
import type { Outcome } from '../reading/views.ts';

/** Changing connections and what is known of their accounts, on the person's word. */
export function createConnectionFlow(ports: Ports) {
  const { connections, grants, suggestions, exemptions, guardRules, clock } = ports;

  function expiryFrom(entered: EnteredExpiry, kind: GrantKind, now: number): Expiry | undefined {
    if ('expiresInDays' in entered) {
      return { basis: 'entered', date: dayIn(entered.expiresInDays, now, clock.timeZone()) };
    }
    if ('expiresOn' in entered) return { basis: 'entered', date: entered.expiresOn };
    if (!('renewedOn' in entered)) return undefined;
    const day = Temporal.PlainDate.from(entered.renewedOn);
    const from = day.toZonedDateTime({ timeZone: clock.timeZone() }).epochMilliseconds;
    return expiryOf(kind, from);
  }

  /** Notes a grant that the person knows of; newer than all others, it is the one that counts. */
  async function enter(connectionId: string, kind: GrantKind, entered: EnteredExpiry): Promise<void> {
    const at = clock.now();
    const expiry = expiryFrom(entered, kind, at);
    if (expiry) await grants.put({ id: ports.newId(), connectionId, kind, verdict: 'entered', at, expiry });
  }

  /** A connection that begins with a suggestion; repeated, it is the same one. */
  async function connectionOfOwn(suggestion: Suggestion, wanted: NewConnection): Promise<Connection> {
    const { id, marketplace, site, central, at } = suggestion;
    const region = siteById(marketplaceById(marketplace), site)?.region ?? '';
    const known = { marketplace, site, region, ...(central && { central }) };
    const connection: Connection = {
      ...wanted,
      ...known,
      id: `own:${id}`,
      apps: [],
      account: {},
      createdAt: at,
      updatedAt: at,
    };
    await connections.put(connection);
    return connection;
  }

  return {
    /** Adds a connection by hand, with the grant that the person knows of. */
    async add(form: ConnectionForm): Promise<Outcome> {
      const site = siteById(marketplaceById(form.marketplace), form.site);
      const [kind] = kindsNeeded(form.integration, form.marketplace);
      if (!site || !kind) return { ok: false, problem: 'invalid' };
      const at = clock.now();
      const { expiry, accountId, central, ...given } = form;
      const connection: Connection = {
        ...given,
        ...(central && { central }),
        id: ports.newId(),
        region: site.region,
        apps: [],
        account: accountId === undefined ? {} : { id: accountId },
        createdAt: at,
        updatedAt: at,
      };
      await connections.put(connection);
      await enter(connection.id, kind, expiry);
      return { ok: true };
    },

    /** The person says that a connection was renewed without us seeing it: every kind of grant that it needs or has. */
    async renewed(id: string, expiry: EnteredExpiry): Promise<Outcome> {
      const connection = await connections.get(id);
      if (!connection) return { ok: false, problem: 'connection-gone' };
      const own = await grants.of(id);
      const needed = kindsNeeded(connection.integration, connection.marketplace);
      const kinds = new Set([...needed, ...own.map(({ kind }) => kind)]);
      for (const kind of kinds) await enter(id, kind, expiry);
      // A date that was looked up is no renewal: what was reported stands.
      const at = clock.now();
      if ('renewedOn' in expiry) await connections.change(id, (known) => withReport(known, undefined, at));
      return { ok: true };
    },

    /** Takes a suggestion up as a grant of a connection, which may be a new one, or drops it. */
    async settleSuggestion(id: string, wanted: { id: string } | NewConnection | undefined): Promise<Outcome> {
      const suggestion = (await suggestions.all()).find((each) => each.id === id);
      if (suggestion && wanted) {
        const connection =
          'id' in wanted ? await connections.get(wanted.id) : await connectionOfOwn(suggestion, wanted);
        if (!connection) return { ok: false, problem: 'connection-gone' };
        const { kind, app, accountId, at, expiresAt } = suggestion;
        const grant: Grant = {
          id,
          connectionId: connection.id,
          kind,
          verdict: verdictOn(connection, accountId),
          at,
          expiry: expiryOf(kind, at, expiresAt),
          ...(app !== undefined && { app }),
          ...(accountId !== undefined && { accountId }),
        };
        await grants.record(grant, (known) => withGrant(learnFrom(known, grant), grant));
      }
      await suggestions.remove(id);
      return { ok: true };
    },

    async revokeExemption(id: string): Promise<void> {
      await exemptions.remove(id);
      await guardRules.exempt(await exemptions.all());
    },
  };
}
