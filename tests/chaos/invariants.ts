import type { Grant } from '@/utils/domain/account/grant.ts';
import { isAlive } from '@/utils/domain/run/run.ts';
import type { Overview } from '@/utils/flows/reading/views.ts';
import type { World } from '../fakes/world.ts';
import type { Browser } from './browser.ts';
import { type Market, OWN } from './market.ts';
import type { Seller } from './seller.ts';

/** Everything that a journey has left, and what the marketplaces know of it. */
export interface Journey {
  world: World;
  browser: Browser;
  market: Market;
  seller: Seller;
  /** What the pop-up showed last. */
  shown?: Overview;
}

/** Says what is wrong, in a sentence; nothing where all is well. */
export type Invariant = (journey: Journey) => string[];

const grantsOf = ({ world }: Journey): Grant[] => [
  ...world.grants.values(),
  ...world.forgotten,
  ...[...world.bin.values()].flatMap(({ grants }) => grants),
];

const rowsOf = ({ world }: Journey) => [
  ...world.ledger.values(),
  ...[...world.bin.values()].flatMap(({ runs }) => runs),
];

const keyOf = (kind: string, account: string | undefined): string =>
  `${kind} of ${account ?? 'nobody named'}`;

/** Whatever was granted and heard of is recorded once, or asked about; nothing is that was not granted. */
export const everyGrantOnce: Invariant = (journey) => {
  const { world, market, seller } = journey;
  const known = [
    ...grantsOf(journey).filter(({ verdict }) => verdict !== 'entered'),
    ...world.suggestions.values(),
    ...[...seller.dropped].flatMap(([id, row]) =>
      world.suggestions.has(id) || world.grants.has(id) ? [] : [row],
    ),
  ].map(({ kind, accountId }) => keyOf(kind, accountId));
  const keys = new Set([...known, ...market.gifts.map(({ kind, named }) => keyOf(kind, named))]);
  return [...keys].flatMap((key) => {
    const given = market.gifts.filter(({ kind, named }) => keyOf(kind, named) === key);
    const heard = given.filter(({ heard: each }) => each).length;
    const there = known.filter((each) => each === key).length;
    if (there < heard) return [`${key}: ${heard} heard of, ${there} kept`];
    return there > given.length ? [`${key}: ${given.length} granted, ${there} kept`] : [];
  });
};

/** What a clean renewal recorded was given with a sign-in that was made after the clean. */
export const cleanRenewalsAreClean: Invariant = (journey) => {
  const rows = new Map(rowsOf(journey).map((row) => [row.id, row]));
  const { gifts, signIns } = journey.market;
  return gifts.flatMap(({ kind, runId, signIn, account, at }) => {
    const row = rows.get(runId ?? '');
    const grant = grantsOf(journey).find((each) => each.runId === runId && each.kind === kind);
    if (!row?.receipt?.clean || !grant || row.follows !== undefined || row.mode === 'as-is') return [];
    if (row.container?.pure || (signIns[signIn]?.at ?? 0) >= row.receipt.at || at < row.receipt.at) return [];
    return [`${row.id}: ${kind} was given by ${account} with a sign-in from before the clean`];
  });
};

const isOther = (grant: Pick<Grant, 'accountId' | 'verdict'>): boolean =>
  grant.accountId !== undefined && grant.accountId !== OWN && grant.verdict !== 'entered';

/** A connection expects the seller's own account, no other one counts for it, and the pop-up says where one was given. */
export const noOtherAccountCounts: Invariant = ({ world, shown }) =>
  [...world.connections.values()].flatMap(({ id, account, archivedAt }) => {
    if (account.id === undefined) return [];
    if (account.id !== OWN) return [`${id} expects ${account.id}`];
    const view = shown?.connections.find(({ connection }) => connection.id === id);
    if (!view) return archivedAt === undefined ? [`${id} is not shown`] : [];
    const wrong = view.grants
      .filter(isOther)
      .map((grant) => `${id} counts ${grant.id} of ${grant.accountId}`);
    const own = [...world.grants.values()].filter(
      (grant) => grant.connectionId === id && grant.at <= world.now,
    );
    const isMadeUpFor = (bad: Grant): boolean =>
      own.some((grant) => grant.kind === bad.kind && grant.at > bad.at && !isOther(grant));
    const bad = own.filter((grant) => isOther(grant) && !isMadeUpFor(grant));
    return bad.length > 0 && !view.quarantined
      ? [...wrong, `${id} does not say that ${bad[0]?.id} is another's`]
      : wrong;
  });

/** A sign-in that was there before any renewal is there again, unless its loss is told or somebody signed in since. */
export const everyCookieIsBack: Invariant = (journey) => {
  const { world, market, seller } = journey;
  const isTold = (jar: string, marketplace: string): boolean =>
    rowsOf(journey).some((row) => {
      if (row.jar !== jar || row.marketplace !== marketplace) return false;
      const { state, missing = 0 } = row.aside ?? {};
      return state === 'lost' || state === 'let-go' || missing > 0;
    });
  return market.signIns.flatMap(({ account, at, jar, marketplace }, number) => {
    if (at !== 0 || seller.signedOut.has(marketplace) || isTold(jar, marketplace)) return [];
    const mark = `${account}-${number}`;
    const domain = marketplace === 'amazon' ? 'amazon.de' : 'ebay.de';
    const own = world.cookies.filter((cookie) => cookie.storeId === jar && cookie.domain === domain);
    const isBack = own.some(({ value }) => value.endsWith(mark));
    const isReplaced = own.length > 0;
    return isBack || isReplaced
      ? []
      : [`the first sign-in at ${marketplace} is not back, and nothing says so`];
  });
};

/** Once all is over nothing of ours is left in the browser. */
export const nothingIsLeft: Invariant = ({ world }) => {
  const kept = new Set(
    [...world.connections.values()].flatMap(({ container }) =>
      container?.jar !== undefined && (container.keep || container.linked) ? [container.jar] : [],
    ),
  );
  const left: [string, unknown[]][] = [
    ['allowances', world.sessionRules],
    ['containers', [...(world.containers?.keys() ?? [])].filter((jar) => !kept.has(jar))],
    ['cookies set aside', [...world.asides.keys()]],
    ['living runs', [...world.memory.values()].filter(({ run }) => isAlive(run)).map(({ run }) => run.id)],
    [
      'pending effects',
      [...world.memory.values()].flatMap(({ run, pending }) =>
        pending.map(({ type }) => `${run.id} ${type}`),
      ),
    ],
    ['pop-ups that are let through', world.popupHosts],
    [
      'stopped addresses',
      [...world.stops].filter(([tabId]) => !world.tabs.has(tabId)).map(([tabId]) => tabId),
    ],
    ['pending answers', [...world.letters.keys()]],
    ['unsaved rows', [...world.unsaved.keys()]],
    ['markers', world.markers.filter(({ ends = 0 }) => ends > world.now)],
    ['updates held back', world.updatesHeld ? ['held'] : []],
  ];
  return left.flatMap(([what, all]) => (all.length > 0 ? [`${what} are left: ${JSON.stringify(all)}`] : []));
};

/** Memory and the rows tell the same of each run, and every living one can be seen. */
export const runsAreSeen: Invariant = ({ world }) =>
  [...world.memory.values()].flatMap(({ run }) => {
    const row = world.ledger.get(run.id);
    const isBinned = [...world.bin.values()].some(({ runs }) => runs.some(({ id }) => id === run.id));
    if (!row) return isBinned || run.phase === 'ended' ? [] : [`${run.id} lives, and no row tells of it`];
    return row.phase === run.phase ? [] : [`${run.id} is ${run.phase}, and its row says ${row.phase}`];
  });

/** Whoever asked got an answer. */
export const everyQuestionIsAnswered: Invariant = ({ browser }) =>
  [...browser.open].map((what) => `No answer to "${what}"`);

export const INVARIANTS: Record<string, Invariant> = {
  everyGrantOnce,
  cleanRenewalsAreClean,
  noOtherAccountCounts,
  everyCookieIsBack,
  nothingIsLeft,
  runsAreSeen,
  everyQuestionIsAnswered,
};
