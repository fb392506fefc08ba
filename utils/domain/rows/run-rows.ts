import { marketplaceById, siteById } from '../marketplaces/index.ts';
import type { Aside, LedgerEntry, Leg, Proven, RunPopups, RunProgress } from '../run/run.ts';
import type { Receipt } from '../session/cleaning.ts';
import type { RunContainer } from '../session/container.ts';
import type { Item, Register } from '../sync/item.ts';
import {
  type Check,
  count,
  flag,
  instant,
  list,
  maybe,
  name,
  oneOf,
  record,
  shape,
  text,
  whole,
  yes,
} from './checks.ts';
import { kind, marketplace } from './rows.ts';

const verdict = oneOf('match', 'first', 'unverified', 'other', 'entered');

const receipt: Check = shape<Receipt>({
  at: instant,
  domains: list(
    shape<Receipt['domains'][number]>({
      domain: text,
      found: count,
      removed: count,
      remaining: count,
      logins: list(text),
    }),
  ),
  siteData: record(oneOf('requested', 'checked', 'impossible')),
  clean: flag,
});

const progress: Check = shape<RunProgress>({
  step: maybe(text),
  signInSeen: maybe(flag),
  consentSeen: maybe(flag),
  read: maybe(flag),
  boxTicked: maybe(flag),
  label: maybe(text),
  user: maybe(text),
  otherPrefilled: maybe(flag),
  overlay: maybe(oneOf('shown', 'gone', 'no-room')),
  switched: maybe(flag),
  checks: maybe(flag),
  lostApp: maybe(flag),
  errorCode: maybe(text),
  refusedAnswer: maybe(flag),
});

type MembersOf<T> = T extends unknown ? keyof T : never;

/** Of every phase at once: an ended run of an old version may lack what a newer one always has. */
const isRunShape: Check = shape<Record<MembersOf<LedgerEntry>, unknown>>({
  id: name,
  connectionId: maybe(name),
  marketplace,
  site: text,
  mode: oneOf('set-aside', 'clear', 'container', 'as-is'),
  jar: text,
  kinds: list(kind),
  phase: oneOf('cleaning', 'not-clean', 'awaiting', 'consenting', 'between-legs', 'ended'),
  tabId: maybe(whole),
  legs: list(
    shape<Omit<Leg, 'url' | 'state'>>({ kind, app: text, outcome: maybe(oneOf('granted', 'declined')) }),
  ),
  found: maybe(record(count)),
  receipt: maybe(receipt),
  cleaningFailed: maybe(oneOf('refused', 'too-much')),
  aside: maybe(
    shape<Aside>({
      cookies: count,
      state: oneOf('kept', 'back', 'let-go', 'lost', 'handed-on'),
      of: maybe(text),
      missing: maybe(count),
    }),
  ),
  keepsLogin: maybe(yes),
  container: maybe(
    shape<RunContainer>({
      state: oneOf('making', 'in-use', 'kept', 'removed', 'gone'),
      before: maybe(list(text)),
      pure: maybe(yes),
      from: maybe(whole),
    }),
  ),
  popups: maybe(shape<RunPopups>({ host: text, state: oneOf('wanted', 'allowed', 'back') })),
  ticked: maybe(list(text)),
  shares: maybe(yes),
  follows: maybe(text),
  progress,
  showsCode: maybe(yes),
  appstore: maybe(yes),
  namedAccount: maybe(text),
  startedAt: instant,
  endedAt: maybe(instant),
  quietSince: maybe(instant),
  returned: maybe(shape({ host: maybe(text) })),
  askedAt: maybe(instant),
  result: maybe(oneOf('granted', 'declined', 'wrong-account', 'failed', 'abandoned')),
  reason: maybe(text),
  owed: maybe(
    list(
      shape<Proven>({
        kind,
        app: text,
        accountId: maybe(text),
        label: maybe(text),
        user: maybe(text),
        verdict,
        // As the callback told it, which says 1970 or earlier where it says nothing.
        expiresAt: maybe(Number.isFinite),
        at: instant,
      }),
    ),
  ),
});

/** Whether a stored run is one that everything else can work with; what it did is looked for on its site. */
export const isLedgerEntry: Check = (row) => {
  if (!isRunShape(row)) return false;
  const { marketplace: id, site } = row as LedgerEntry;
  return siteById(marketplaceById(id), site) !== undefined;
};

const plain: Check = (value) =>
  value === null || ['boolean', 'number', 'string'].includes(typeof value) || list(plain)(value);

/** Whether what was known of the other machines is an item that can be compared. */
export const isItem: Check = shape<Item>({
  id: name,
  life: count,
  gone: maybe(whole),
  imported: maybe(count),
  registers: record(shape<Register>({ value: plain, n: count, by: text })),
});

/** An answer that belongs to no run. */
export const isSuggestion: Check = shape({
  id: name,
  marketplace,
  site: text,
  central: maybe(oneOf('vendor')),
  kind,
  app: maybe(text),
  accountId: maybe(text),
  expiresAt: maybe(Number.isFinite),
  at: instant,
  tabId: maybe(whole),
});

/** An application that is always let through. */
export const isExemption: Check = shape({ id: name, marketplace, kind, app: name, since: instant });
