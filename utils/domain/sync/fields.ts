import * as z from 'zod/mini';
import type { Connection } from '../account/connection.ts';
import { counts, type Expiry, type Grant, type Standing } from '../account/grant.ts';
import { expirySchema } from '../account/grant-schema.ts';
import type { Mark } from '../account/mark.ts';
import { markSchema } from '../account/mark-schema.ts';
import { fileConnectionSchema } from '../data/schema.ts';
import type { GrantKind } from '../marketplaces/definition/schema.ts';
import { marketplaceById, marketplaces, siteById } from '../marketplaces/index.ts';
import { type Decided, decidedBy, type Preset } from '../policy/managed.ts';
import { END, type Fields, type Item, type Plain } from './item.ts';

/**
 * What of a connection goes to the person's other machines: what they entered and until when its grants live. Neither
 * history, programs' numbers nor containers; account numbers where they wish it.
 */

/** The field of the account; read and written only where the person wants account numbers to go along. */
const ACCOUNT = 'u';

const connectionWithoutRegion = z.omit(fileConnectionSchema, { region: true });

/** The end of a grant, as it goes along. */
export interface SyncedEnd {
  kind: GrantKind;
  /** When it was given: UTC instant in ms. */
  at: number;
  expiry: Expiry;
  /** Not given for another account. */
  counts: boolean;
}

const BASES = ['exact', 'by-rule', 'entered'] as const;

function endPlain({ at, expiry, verdict }: Pick<Grant, 'at' | 'expiry' | 'verdict'>): Plain {
  const until = expiry.basis === 'entered' ? expiry.date : expiry.at;
  return [at, BASES.indexOf(expiry.basis), until, counts({ verdict }) ? 1 : 0];
}

/** The newest grant of each kind, whether it counts or not. */
function newestGrants(standing: Standing | undefined): Grant[] {
  if (!standing) return [];
  const { grants, quarantined } = standing;
  if (!quarantined) return grants;
  return [...grants.filter(({ kind, at }) => kind !== quarantined.kind || at > quarantined.at), quarantined];
}

/** Ends the name of the field of a grant that still counts behind a newer one that does not. */
const STILL = '.still';

/** What still counts of the kind whose newest grant is in quarantine. */
function stillCounting(standing: Standing | undefined): Grant[] {
  const { grants = [], quarantined } = standing ?? {};
  return grants.filter(({ kind, at }) => kind === quarantined?.kind && at <= quarantined.at);
}

/** A connection as fields. */
export function fieldsOf(
  connection: Connection,
  standing: Standing | undefined,
  accountIds: boolean,
): Fields {
  const { marketplace, site, integration, software, central, reported, ownSteps, account, mark } = connection;
  const ends = [
    ...newestGrants(standing).map((grant): [string, Plain] => [END + grant.kind, endPlain(grant)]),
    ...stillCounting(standing).map((grant): [string, Plain] => [END + grant.kind + STILL, endPlain(grant)]),
  ];
  return {
    w: [marketplace, site, integration, software ?? null, central ?? null],
    n: connection.name,
    s: connection.signInName ?? null,
    t: connection.note ?? null,
    m: connection.muted ?? null,
    a: connection.archivedAt ?? null,
    l: connection.ladder ?? null,
    z: connection.snoozedUntil ?? null,
    r: reported ? [reported.what, reported.at] : null,
    o: ownSteps?.length ? ownSteps.map(({ id, when, text, link }) => [id, when, text, link ?? null]) : null,
    k: mark?.colour || mark?.initial ? [mark.colour ?? null, mark.initial ?? null] : null,
    c: connection.createdAt,
    ...(accountIds && { [ACCOUNT]: account.id ? [account.id, account.label ?? null] : null }),
    ...Object.fromEntries(ends),
  };
}

const REGISTER_OF: Record<Decided, string> = {
  site: 'w',
  software: 'w',
  name: 'n',
  signInName: 's',
  accountId: ACCOUNT,
  note: 't',
};

/**
 * The fields that this machine may write of a connection that its organisation presets: what the organisation decides
 * is left as the other machines have it, whose policy may say otherwise.
 *
 * @param known What the sync already holds; a field that is missing there is written by whichever machine has it.
 */
export function withoutDecided(fields: Fields, preset: Preset, known: Item | undefined): Fields {
  const decided = new Set(decidedBy(preset).map((each) => REGISTER_OF[each]));
  const open = Object.entries(fields).filter(([name]) => !decided.has(name) || !known?.registers[name]);
  return Object.fromEntries(open);
}

type Loose = Record<string, unknown>;
const list = (value: Plain | undefined): readonly Plain[] => (Array.isArray(value) ? value : []);
const present = (row: Loose): Loose =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined));

/**
 * The connection that an item tells of, with what this machine alone knows of it.
 *
 * @param here What is kept here; undefined where it is not there yet.
 * @param now UTC instant in ms.
 * @returns undefined where the item makes no sense: another program may have written it.
 */
export function connectionFrom(
  item: Item,
  here: Connection | undefined,
  accountIds: boolean,
  now: number,
): Connection | undefined {
  const value = (name: string): Plain | undefined => item.registers[name]?.value;
  const [marketplace, site, integration, software, central] = list(value('w'));
  const [what, at] = list(value('r'));
  const [accountId, label] = list(value(ACCOUNT));
  const { apps = [], lastMode, container, finishing, account = {} } = here ?? {};
  const read = connectionWithoutRegion.safeParse({
    ...present({
      marketplace,
      site,
      integration,
      software,
      central,
      name: value('n'),
      signInName: value('s'),
      note: value('t'),
      muted: value('m'),
      archivedAt: value('a'),
      ladder: value('l'),
      snoozedUntil: value('z'),
      reported: what === undefined ? undefined : { what, at },
      ownSteps: value('o') ? list(value('o')).map(ownStep) : undefined,
      createdAt: value('c'),
      mark: markFrom(value('k')),
      lastMode,
      finishing,
    }),
    id: item.id,
    apps,
    account:
      accountIds && item.registers[ACCOUNT]
        ? { ...present({ user: account.user, id: accountId, label }) }
        : account,
    updatedAt: now,
  });
  const place = read.success && siteById(marketplaceById(read.data.marketplace), read.data.site);
  if (!read.success || !place) return undefined;
  return { ...read.data, region: place.region, ...(container && { container }) } as Connection;
}

/** Its colour and initial; of what another version wrote, the part that this one knows. */
function markFrom(value: Plain | undefined): Mark | undefined {
  const [colour, initial] = list(value);
  const mark = markSchema.parse(present({ colour, initial }));
  return mark.colour || mark.initial ? mark : undefined;
}

function ownStep(step: Plain): unknown {
  const [id, when, text, link] = list(step);
  return present({ id, when, text, link });
}

/** The ends of grants that an item tells of; what makes no sense is left out. */
export function endsFrom(item: Item): SyncedEnd[] {
  return Object.entries(item.registers).flatMap(([name, { value }]) => {
    if (!name.startsWith(END)) return [];
    const [at, basis, until, good] = list(value);
    const kind = name.slice(END.length).replace(STILL, '') as GrantKind;
    const key = basis === BASES.indexOf('entered') ? 'date' : 'at';
    const expiry = expirySchema.safeParse({ basis: BASES[Number(basis)], [key]: until });
    const known = marketplaceKinds(item).includes(kind);
    return known && expiry.success && typeof at === 'number' && Number.isSafeInteger(at) && at >= 0
      ? [{ kind, at, expiry: expiry.data, counts: good === 1 }]
      : [];
  });
}

function marketplaceKinds(item: Item): GrantKind[] {
  const [marketplace] = list(item.registers.w?.value);
  const definition = marketplaces.find(({ id }) => id === marketplace);
  return definition?.lifetimes.map(({ kind }) => kind) ?? [];
}

/** Whether this version can make something of an item; another one may know marketplaces that this one does not. */
export function isUnderstood(item: Item): boolean {
  return item.gone !== undefined || connectionFrom(item, undefined, true, 0) !== undefined;
}

/**
 * The grant that is kept for an end of another machine. One that is known here (same kind, same instant) gets its
 * date and whether it counts; the account that it was given for is confirmed where it was given.
 *
 * @returns undefined where the grants say so already.
 */
export function grantFor(
  connectionId: string,
  { kind, at, expiry, counts: good }: SyncedEnd,
  own: readonly Grant[],
): Grant | undefined {
  const known = own.find((grant) => grant.kind === kind && grant.at === at);
  if (!known) {
    const verdict = good ? 'entered' : 'other';
    return { id: `sync:${connectionId}:${kind}:${at}`, connectionId, kind, verdict, at, expiry };
  }
  const verdict = counts(known) === good ? known.verdict : good ? 'entered' : 'other';
  const next: Grant = { ...known, verdict, expiry };
  return JSON.stringify(next) === JSON.stringify(known) ? undefined : next;
}

/** An item without its account, for a machine that does not want it to go along. */
export function withoutAccount(item: Item): Item {
  const { [ACCOUNT]: _, ...registers } = item.registers;
  return { ...item, registers };
}
