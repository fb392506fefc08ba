import { type Connection, connectionsFor, isVerifiedApp, reaches } from '../../domain/account/connection.ts';
import { sameAccount } from '../../domain/account/grant.ts';
import { type Ask, type ConsentUrl, centralOf, placeOfHost } from '../../domain/address/consent-url.ts';
import { digest } from '../../domain/address/digest.ts';
import { marketplaceById, siteById } from '../../domain/marketplaces/index.ts';
import type { GrantKind } from '../../domain/marketplaces/schema.ts';
import type { Leg, Run } from '../../domain/run/run.ts';
import { isPrivate } from '../../domain/session/private.ts';
import type { Runs } from '../engine/runs.ts';
import type { Ports } from '../ports/ports.ts';

/** A page that confirms what was begun in the marketplace's own list of programs. */
type Confirm = Extract<ConsentUrl, { ask: unknown }>;

/** The connections that such a confirmation can be for: they know the program, and lie within its reach. */
export function confirmedBy(all: readonly Connection[], page: Confirm, url: string): Connection[] {
  const { marketplace: id, site, ask } = page;
  if (!ask?.app) return [];
  const marketplace = marketplaceById(id);
  const role = placeOfHost(URL.parse(url)?.hostname ?? '')?.role ?? '';
  // From the shop's own host the confirmation is for every region.
  const everywhere = !marketplace.consentRoles.includes(role);
  const regions = everywhere ? marketplace.regions : [siteById(marketplace, site)?.region ?? ''];
  const centrals = everywhere ? [undefined, 'vendor' as const] : [centralOf(url)];
  return regions
    .flatMap((region) =>
      centrals.flatMap((central) =>
        connectionsFor(all, { marketplace: id, region, central, site, kind: ask.kind, app: ask.app }),
      ),
    )
    .flatMap(({ connection, knowsApp }) =>
      knowsApp && connection.archivedAt === undefined ? [connection] : [],
    );
}

/**
 * Whose the answer is that such a renewal got: several connections may know the program. The one that expects this
 * account; else the only one whose account is not known yet; else the one that the renewal began with.
 */
export function ownerOf(
  all: readonly Connection[],
  begun: Connection,
  { kind, app, accountId }: { kind: GrantKind; app: string; accountId: string | undefined },
): Connection {
  const known = all.filter((each) => reaches(each, begun) && isVerifiedApp(each, kind, app));
  const expecting = known.find(
    ({ account }) =>
      account.id !== undefined && accountId !== undefined && sameAccount(account.id, accountId),
  );
  const open = known.filter(({ account }) => account.id === undefined);
  return expecting ?? (open.length === 1 ? open[0] : undefined) ?? begun;
}

const legOf = ({ kind, state }: Ask, app: string): Leg => ({
  kind,
  app,
  ...(state !== undefined && { state: digest(state) }),
});

/**
 * Renewals that a person begins in the marketplace's own list of programs (Amazon: Manage Your Apps, Re-Authorize). The
 * confirmation needs the session that began it: nothing is stopped, opened or cleaned for it.
 */
export function createAppstore({ connections, clock, newId }: Ports, runs: Runs) {
  return {
    /**
     * A tab has arrived at a confirmation: it joins the living renewal that it can belong to, or begins one by itself.
     * Where no connection knows the program, or another renewal holds the jar, the answer is a suggestion later on.
     */
    async arrived(tabId: number, jar: string, page: Confirm, url: string): Promise<void> {
      const { app } = page.ask ?? {};
      if (!page.ask || app === undefined || isPrivate({ jar })) return;
      const leg = legOf(page.ask, app);
      const at = clock.now();
      const living = (await runs.living()).filter(
        (run) => run.marketplace === page.marketplace && run.jar === jar,
      );
      const own = living.find((run) => run.tabId === tabId && run.phase === 'consenting');
      // The page again, or reloaded.
      if (own?.legs.some((each) => each.kind === leg.kind && each.app === app && each.state === leg.state))
        return;
      const fitting = confirmedBy(await connections.all(), page, url);
      const fits = ({ connectionId }: Run): boolean => fitting.some(({ id }) => id === connectionId);
      const waiting = living.find((run) => run.phase === 'awaiting' && fits(run));
      const joined = own && fits(own) ? own : waiting;
      if (joined) return runs.dispatch(joined.id, { type: 'confirming', leg, tabId, at });
      const [connection] = fitting;
      if (!connection) return;
      await runs.begin({
        id: newId(),
        connectionId: connection.id,
        marketplace: page.marketplace,
        site: connection.site,
        mode: 'as-is',
        jar,
        kinds: [leg.kind],
        leg,
        tabId,
        at,
        appstore: true,
      });
    },
  };
}
