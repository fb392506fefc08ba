import { type Connection, connectionsFor, isVerifiedApp, reaches } from '../../domain/account/connection.ts';
import { sameAccount } from '../../domain/account/grant.ts';
import { isAged, readAddress } from '../../domain/address/address.ts';
import type { Answer } from '../../domain/address/answer/answer.ts';
import { completed, confirmationAt } from '../../domain/address/answer/confirmation.ts';
import type { GrantKind } from '../../domain/marketplaces/definition/schema.ts';
import { marketplaceById, siteById } from '../../domain/marketplaces/index.ts';
import type { Leg, Run } from '../../domain/run/run.ts';
import { isPrivate } from '../../domain/session/private.ts';
import type { Runs } from '../engine/runs.ts';
import type { Ports } from '../ports/ports.ts';
import type { Match, Sighting } from './match.ts';

type Confirmed = Pick<Answer, 'marketplace' | 'site' | 'central' | 'anyRegion'> & {
  kind: GrantKind;
  app: string;
};

/** The connections that such a confirmation can be for: they know the app, and lie within its reach. */
function confirmedBy(all: readonly Connection[], confirmed: Confirmed): Connection[] {
  const { marketplace: id, site, central: own, anyRegion, kind, app } = confirmed;
  const marketplace = marketplaceById(id);
  // From the shop's own host the confirmation is for every region.
  const regions = anyRegion ? marketplace.regions : [siteById(marketplace, site)?.region ?? ''];
  const centrals = anyRegion ? [undefined, 'vendor' as const] : [own];
  return regions
    .flatMap((region) =>
      centrals.flatMap((central) =>
        connectionsFor(all, { marketplace: id, region, central, site, kind, app }),
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
  { kind, app, accountId }: { kind: GrantKind; app: string | undefined; accountId: string | undefined },
): Connection {
  const known = all.filter((each) => reaches(each, begun) && isVerifiedApp(each, kind, app));
  const expecting = known.find(
    ({ account }) =>
      account.id !== undefined && accountId !== undefined && sameAccount(account.id, accountId),
  );
  const open = known.filter(({ account }) => account.id === undefined);
  return expecting ?? (open.length === 1 ? open[0] : undefined) ?? begun;
}

/**
 * Renewals that a seller begins in the marketplace's own list of apps (Amazon: Manage Your Apps, Re-Authorize). Any page
 * can send its tab to such a confirmation: it begins nothing, holds nothing and takes nothing over. Only the answer that
 * comes of it makes a renewal, or completes the one that waits for it.
 */
export function createAppstore({ connections, confirmations, clock, newId }: Ports, runs: Runs) {
  return {
    /**
     * A tab asks for an address. By which confirmation it comes is remembered until it asks for a grant in another way:
     * the page from which the answer leaves may name no app.
     */
    async passing(url: string, tabId: number): Promise<void> {
      const confirmation = confirmationAt(url);
      if (confirmation) return confirmations.put(tabId, { ...confirmation, at: clock.now() });
      if (readAddress(url).request) await confirmations.drop(tabId);
    },

    /** An answer with what its tab came by. */
    async completed(sighting: Sighting): Promise<Sighting> {
      const { answer, tabId } = sighting;
      const seen = tabId === undefined ? undefined : await confirmations.get(tabId);
      if (!seen || isAged(seen.at, clock.now())) return sighting;
      return { ...sighting, answer: completed(answer, seen) };
    },

    /**
     * The run that a confirmed answer is for: the one that waits for it, or stands in its tab; else one of its own,
     * which holds the session no longer than it takes to note the answer.
     *
     * @returns undefined where no connection knows the app, or another renewal holds the session.
     */
    async claim({ answer, tabId, jar }: Sighting): Promise<Extract<Match, { is: 'answer' }> | undefined> {
      const { confirmed, app, state, marketplace, outcome } = answer;
      const kind = answer.kind ?? answer.askedKind;
      if (!confirmed || app === undefined || !kind || jar === undefined || isPrivate({ jar }))
        return undefined;
      if (outcome !== 'granted') return undefined;
      const leg: Leg = { kind, app, ...(state !== undefined && { state }) };
      const at = clock.now();
      const fitting = confirmedBy(await connections.all(), { ...answer, kind, app });
      const fits = ({ connectionId }: Run): boolean => fitting.some(({ id }) => id === connectionId);
      const living = (await runs.living()).filter(
        (run) => run.marketplace === marketplace && run.jar === jar,
      );
      const waiting = living.find(
        (run) =>
          fits(run) && (run.phase === 'awaiting' || (run.phase === 'consenting' && run.tabId === tabId)),
      );
      const [connection] = fitting;
      if (waiting && tabId !== undefined) {
        await runs.dispatch(waiting.id, { type: 'confirming', leg, tabId, at });
        const run = await runs.get(waiting.id);
        return run && { is: 'answer', run, leg };
      }
      if (!connection || living.length > 0) return undefined;
      const run = await runs.begin({
        id: newId(),
        connectionId: connection.id,
        marketplace,
        site: connection.site,
        mode: 'as-is',
        jar,
        kinds: [kind],
        leg,
        ...(tabId !== undefined && { tabId }),
        at,
        appstore: true,
      });
      return 'busy' in run ? undefined : { is: 'answer', run, leg };
    },
  };
}
