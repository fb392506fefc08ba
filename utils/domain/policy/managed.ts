import * as z from 'zod/mini';
import type { Connection } from '../account/connection.ts';
import { sameRow } from '../data/merge.ts';
import { type Fault, faultsOf } from '../fault.ts';
import { marketplaceIdSchema } from '../marketplaces/definition/ids.ts';
import { marketplaceById, siteById } from '../marketplaces/index.ts';
import { cleanModeSchema } from '../session/modes.ts';
import { DEFAULT_LADDER, type Settings } from '../settings/settings.ts';
import { ladderSchema } from '../settings/settings-schema.ts';
import { softwareOfText } from '../table/columns.ts';
import { entriesOf, faultAt, flagOf, wordOf } from './forms.ts';

/** What an organisation presets for its people, by the browser's own policies. */

const text = (most: number) => z.string().check(z.trim(), z.maxLength(most));

const presetSchema = z.object({
  id: z.string().check(z.regex(/^[\w.-]{1,60}$/)),
  marketplace: marketplaceIdSchema,
  site: text(40).check(z.minLength(1)),
  software: text(120).check(z.minLength(1)),
  name: text(120).check(z.minLength(1)),
  signInName: z.optional(text(200)),
  accountNumber: z.optional(text(100)),
  note: z.optional(text(5000)),
});

/** More days than anybody is reminded on. */
const MOST_DAYS = 30;

/** Settings that can be locked. */
export const LOCKABLE = ['reminderDays', 'defaultMode', 'sync'] as const;
export type Lockable = (typeof LOCKABLE)[number];

/** A preset connection, with the fields that the organisation decides. */
export type Preset = Pick<
  Connection,
  'id' | 'marketplace' | 'site' | 'region' | 'integration' | 'software' | 'name' | 'signInName' | 'note'
> & { accountNumber?: string };

export interface Managed {
  connections: Preset[];
  reminderDays?: number[];
  defaultMode?: z.infer<typeof cleanModeSchema>;
  allowExport: boolean;
  locked: Lockable[];
  /** What in the policy is left out, and why. */
  faults: Fault[];
}

/** What an organisation can decide of a connection; place, software and name it always does. */
export type Decided = 'site' | 'software' | 'name' | 'signInName' | 'accountId' | 'note';

/** What this organisation decides of a preset connection. */
export function decidedBy({ signInName, accountNumber, note }: Preset): Decided[] {
  return [
    'site',
    'software',
    'name',
    ...(signInName ? ['signInName' as const] : []),
    ...(accountNumber ? ['accountId' as const] : []),
    ...(note ? ['note' as const] : []),
  ];
}

/** Ids of preset connections begin with it, so that they are the same on every machine and never the person's own. */
const PRESET = 'managed:';

/**
 * Reads a policy. A value that makes no sense is left out and told; the others hold: a typing error of an administrator
 * must not take a seller's connections away.
 */
export function managedOf(policy: Record<string, unknown>): Managed {
  const faults: Fault[] = [];
  const reminderDays = daysOf(policy.reminderDays, faults);
  const defaultMode = wordOf(policy.defaultMode, cleanModeSchema.options);
  if (policy.defaultMode !== undefined && !defaultMode)
    faults.push(faultAt('unknown-value', 'defaultMode', policy.defaultMode));
  return {
    ...(reminderDays.length > 0 && { reminderDays }),
    ...(defaultMode && { defaultMode }),
    allowExport: exportAllowed(policy.allowExport, faults),
    locked: lockedBy(policy.locked, faults),
    connections: presetsOf(policy.connections ?? [], faults),
    faults,
  };
}

/** What cannot be read forbids: whoever wrote it wanted something. */
function exportAllowed(value: unknown, faults: Fault[]): boolean {
  if (value === undefined) return true;
  const allowed = flagOf(value);
  if (allowed === undefined) faults.push(faultAt('unknown-value', 'allowExport', value));
  return allowed ?? false;
}

/** An entry that is not known locks nothing and is told; a list that is none locks everything. */
function lockedBy(value: unknown, faults: Fault[]): Lockable[] {
  if (value === undefined) return [];
  const all = flagOf(value);
  if (all !== undefined) return all ? [...LOCKABLE] : [];
  // One by one, as `{ "sync": true }`.
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  const entries = isRecord
    ? Object.entries(value).flatMap(([entry, on]) =>
        flagOf(on) === false ? [] : [{ entry, path: `locked.${entry}` }],
      )
    : entriesOf(value, 'locked');
  if (!entries) {
    faults.push(faultAt('wrong-type', 'locked', value));
    return [...LOCKABLE];
  }
  const locked = new Set<Lockable>();
  for (const { entry, path } of entries) {
    const known = wordOf(entry, LOCKABLE);
    if (known) locked.add(known);
    else faults.push(faultAt('unknown-value', path, entry));
  }
  return LOCKABLE.filter((each) => locked.has(each));
}

/** The days that can be read, each once, descending. */
function daysOf(value: unknown, faults: Fault[]): number[] {
  if (value === undefined) return [];
  const entries = typeof value === 'number' ? [{ entry: value, path: 'reminderDays' }] : undefined;
  const found = new Set<number>();
  for (const { entry, path } of entries ??
    entriesOf(value, 'reminderDays') ?? [{ entry: value, path: 'reminderDays' }]) {
    const day = typeof entry === 'string' && /^[-+]?\d+$/.test(entry.trim()) ? Number(entry) : entry;
    const read = ladderSchema.safeParse([day]);
    if (read.success) found.add(day as number);
    else faults.push(faultAt('unknown-value', path, entry));
  }
  return [...found].sort((a, b) => b - a).slice(0, MOST_DAYS);
}

const OPTIONAL = ['signInName', 'accountNumber', 'note'] as const;

/** A preset in its usual form: numbers as text, and without optional fields that cannot be read. */
function usual(preset: unknown, index: number, faults: Fault[]): unknown {
  if (typeof preset !== 'object' || preset === null || Array.isArray(preset)) return preset;
  const given: Record<string, unknown> = Object.fromEntries(
    Object.entries(preset).map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]),
  );
  for (const name of OPTIONAL) {
    const { error } = presetSchema.shape[name].safeParse(given[name], { reportInput: true });
    if (!error) continue;
    faults.push(...faultsOf(error.issues, ['connections', index, name]));
    delete given[name];
  }
  return {
    ...given,
    marketplace: wordOf(given.marketplace, marketplaceIdSchema.options) ?? given.marketplace,
  };
}

function presetsOf(list: unknown, faults: Fault[]): Preset[] {
  if (!Array.isArray(list)) {
    faults.push({ code: 'wrong-type', path: 'connections' });
    return [];
  }
  const ids = new Set<string>();
  return list.flatMap((each: unknown, index) => {
    const at = `connections[${index}]`;
    const read = presetSchema.safeParse(usual(each, index, faults), { reportInput: true });
    faults.push(...faultsOf(read.error?.issues ?? [], ['connections', index]));
    if (!read.success) return [];
    const { id, site: wanted, software: name, ...given } = read.data;
    const site = siteById(marketplaceById(given.marketplace), wanted.toLowerCase());
    const software = softwareOfText(name, given.marketplace);
    if (!site) faults.push({ code: 'unknown-place', path: `${at}.site`, value: wanted });
    if (!software) faults.push({ code: 'unknown-software', path: `${at}.software`, value: name });
    if (ids.has(id)) faults.push({ code: 'twice', path: `${at}.id`, value: id });
    if (!site || !software || ids.has(id)) return [];
    ids.add(id);
    return [{ ...given, ...software, id: PRESET + id, site: site.id, region: site.region } as Preset];
  });
}

/**
 * A preset connection as it is kept; the same one where nothing is to be changed. The organisation decides what it
 * names; everything else is the person's.
 *
 * @param now UTC instant in ms.
 */
export function presetConnection(preset: Preset, here: Connection | undefined, now: number): Connection {
  const { accountNumber, ...given } = preset;
  const base: Connection = here ?? { ...given, apps: [], account: {}, createdAt: now, updatedAt: now };
  const account = accountNumber ? { ...base.account, id: accountNumber } : base.account;
  const next: Connection = { ...base, ...given, account };
  if (here && sameRow(next, here)) return here;
  return { ...next, updatedAt: now };
}

const isDefault = (ladder: readonly number[]): boolean => ladder.join() === DEFAULT_LADDER.join();

/** The settings that hold: what is locked is the organisation's; otherwise its values are those to begin with. */
export function settingsUnder(managed: Managed, own: Settings): Settings {
  const { reminderDays, defaultMode, locked } = managed;
  const ladderHolds = locked.includes('reminderDays') || isDefault(own.reminders.ladder);
  const modeHolds = locked.includes('defaultMode') || own.defaultMode === undefined;
  return {
    ...own,
    reminders: {
      ...own.reminders,
      ladder: reminderDays && ladderHolds ? reminderDays : own.reminders.ladder,
      ...(locked.includes('reminderDays') && { fixed: true }),
    },
    ...(defaultMode && modeHolds && { defaultMode }),
    sync: locked.includes('sync') ? { on: false, accountIds: false } : own.sync,
  };
}

/** The settings to store. What a policy locks keeps the user's own value, for the day the policy is lifted. */
export function settingsToKeep({ locked }: Managed, wanted: Settings, own: Settings): Settings {
  const { defaultMode, ...others } = wanted;
  const { fixed: _, ...reminders } = wanted.reminders;
  const mode = locked.includes('defaultMode') ? own.defaultMode : defaultMode;
  return {
    ...others,
    reminders: {
      ...reminders,
      ladder: locked.includes('reminderDays') ? own.reminders.ladder : wanted.reminders.ladder,
    },
    ...(mode && { defaultMode: mode }),
    sync: locked.includes('sync') ? own.sync : wanted.sync,
  };
}
