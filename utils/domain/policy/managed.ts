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

/** Settings that can be locked. */
export const LOCKABLE = ['reminderDays', 'defaultMode', 'sync'] as const;
export type Lockable = (typeof LOCKABLE)[number];

const valueSchemas = {
  reminderDays: ladderSchema.check(z.minLength(1)),
  defaultMode: cleanModeSchema,
  allowExport: z.boolean(),
  locked: z.array(z.enum(LOCKABLE)),
} as const;

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
  const value = <K extends keyof typeof valueSchemas>(
    key: K,
  ): z.infer<(typeof valueSchemas)[K]> | undefined => {
    if (policy[key] === undefined) return undefined;
    const read = valueSchemas[key].safeParse(policy[key], { reportInput: true });
    faults.push(...faultsOf(read.error?.issues ?? [], [key]));
    return read.data as z.infer<(typeof valueSchemas)[K]> | undefined;
  };
  const reminderDays = value('reminderDays');
  const defaultMode = value('defaultMode');
  return {
    ...(reminderDays && { reminderDays: [...new Set(reminderDays)].sort((a, b) => b - a) }),
    ...(defaultMode && { defaultMode }),
    allowExport: value('allowExport') ?? true,
    locked: value('locked') ?? [],
    connections: presetsOf(policy.connections ?? [], faults),
    faults,
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
    const read = presetSchema.safeParse(each, { reportInput: true });
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
