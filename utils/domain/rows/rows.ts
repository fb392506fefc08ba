import type { Connection, ExpectedAccount, KnownApp, OwnStep } from '../account/connection.ts';
import type { Expiry, Grant } from '../account/grant.ts';
import type { Notified } from '../due/reminders.ts';
import { ASKING, type Upcoming } from '../due/upcoming.ts';
import { grantKindSchema } from '../marketplaces/definition/ids.ts';
import { marketplaces } from '../marketplaces/index.ts';
import type { ReminderSettings, Settings } from '../settings/settings.ts';
import {
  type Check,
  day,
  either,
  flag,
  instant,
  list,
  maybe,
  name,
  oneOf,
  type Shape,
  shape,
  text,
  timeOfDay,
  whole,
  yes,
} from './checks.ts';

/** Whether everything else can work with a stored row. One that fails is reported to the user and left alone. */

export const marketplace = oneOf(...marketplaces.map(({ id }) => id));
export const kind = oneOf(...grantKindSchema.options);
const mode = oneOf('set-aside', 'clear', 'container');
/** Days before the end on which a reminder comes, as far as calendars go: a date at the end of all time is none. */
const rung: Check = (value) => whole(value) && Math.abs(Number(value)) <= 10_000;
const ladder = list(rung);

const expiry: Check = either(
  shape<Extract<Expiry, { at: number }>>({ basis: oneOf('exact', 'by-rule'), at: instant }),
  shape<Extract<Expiry, { date: string }>>({ basis: oneOf('entered'), date: day }),
);

const isConnectionShape: Shape<Connection> = {
  id: name,
  marketplace,
  site: name,
  region: text,
  central: maybe(oneOf('vendor')),
  integration: name,
  software: maybe(text),
  name: text,
  signInName: maybe(text),
  apps: list(shape<KnownApp>({ kind, app: text, verified: flag })),
  account: shape<ExpectedAccount>({ id: maybe(text), label: maybe(text), user: maybe(text) }),
  lastMode: maybe(mode),
  container: maybe(
    shape<NonNullable<Connection['container']>>({
      jar: maybe(text),
      keep: flag,
      linked: maybe(yes),
      last: maybe(
        shape<NonNullable<NonNullable<Connection['container']>['last']>>({ runId: text, logins: text }),
      ),
    }),
  ),
  mark: maybe(shape<NonNullable<Connection['mark']>>({ colour: maybe(text), initial: maybe(text) })),
  note: maybe(text),
  muted: maybe(yes),
  archivedAt: maybe(instant),
  ladder: maybe(ladder),
  snoozedUntil: maybe(day),
  reported: maybe(
    shape<NonNullable<Connection['reported']>>({
      what: oneOf('stopped-working', 'asked-again'),
      at: instant,
    }),
  ),
  finishing: maybe(
    shape<NonNullable<Connection['finishing']>>({
      runId: text,
      since: instant,
      done: list(text),
      finishedAt: maybe(instant),
    }),
  ),
  ownSteps: maybe(
    list(shape<OwnStep>({ id: text, when: oneOf('before', 'after'), text, link: maybe(text) })),
  ),
  shop: maybe(text),
  createdAt: instant,
  updatedAt: instant,
};

export const isConnection: Check = shape(isConnectionShape);

export const isGrant: Check = shape<Grant>({
  id: name,
  connectionId: name,
  runId: maybe(text),
  kind,
  app: maybe(text),
  accountId: maybe(text),
  accountLabel: maybe(text),
  accountUser: maybe(text),
  verdict: oneOf('match', 'first', 'unverified', 'other', 'entered'),
  at: instant,
  expiry,
});

export const isStanding: Check = shape<{ connectionId: string; grants: Grant[] }>({
  connectionId: name,
  grants: list(isGrant),
});

export const isUpcoming: Check = shape<Upcoming>({
  connectionId: name,
  at: maybe(instant),
  day: maybe(day),
  asks: maybe(oneOf(...ASKING)),
  newest: maybe(instant),
  own: maybe((value) => value === 1),
});

export const isNotified: Check = shape<Notified>({
  connectionId: name,
  grantId: text,
  rung,
  at: instant,
  pending: maybe(yes),
});

const isReminderSettings: Check = shape<ReminderSettings>({
  on: flag,
  ladder,
  fixed: maybe(yes),
  quiet: maybe(shape<NonNullable<ReminderSettings['quiet']>>({ from: timeOfDay, to: timeOfDay })),
});

const SETTINGS: Shape<Settings> = {
  reminders: isReminderSettings,
  defaultMode: maybe(mode),
  sync: shape<Settings['sync']>({ on: flag, accountIds: flag }),
  welcomed: maybe(yes),
};

/** Those of the stored settings that make sense; each stands by itself. */
export function soundSettings(stored: unknown): Partial<Settings> {
  if (typeof stored !== 'object' || stored === null) return {};
  const entries = Object.entries(stored).filter(([member, value]) =>
    SETTINGS[member as keyof Settings]?.(value),
  );
  return Object.fromEntries(entries);
}
