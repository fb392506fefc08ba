import { describe, expect, it } from 'vitest';
import type { Connection } from '@/utils/domain/account/connection.ts';
import {
  accountKeys,
  isDue,
  lastLeft,
  type Queued,
  queueOf,
  sharesSession,
} from '@/utils/domain/due/queue.ts';
import type { Run, RunEnded } from '@/utils/domain/run/run.ts';

const connection = (id: string, change: Partial<Connection> = {}): Connection => ({
  id,
  marketplace: 'amazon',
  site: 'de',
  region: 'EU',
  integration: 'microtech',
  name: id,
  apps: [],
  account: {},
  createdAt: 0,
  updatedAt: 0,
  ...change,
});
const queued = (days: number | undefined, of: Connection): Queued => ({
  connection: of,
  ...(days !== undefined && {
    remaining: {
      days,
      ended: days < 0,
      expiry: { basis: 'entered', date: '2027-01-01' },
      kind: 'amazon',
      grantId: of.id,
      since: 0,
    },
  }),
});

describe('what is due', () => {
  it.each([
    [30, {}, true],
    [31, {}, false],
    [-4, {}, true],
    [undefined, {}, false],
    [300, { reported: { what: 'stopped-working', at: 1 } }, true],
    [1, { muted: true }, false],
    [1, { archivedAt: 1 }, false],
  ] as [number | undefined, Partial<Connection>, boolean][])(
    'with %s days left and %o',
    (days, change, due) => {
      expect(isDue(queued(days, connection('c', change)))).toBe(due);
    },
  );
});

describe('an account', () => {
  const key = (one: Connection, ...others: Connection[]): string => accountKeys([one, ...others])(one);
  const byName = connection('a', { signInName: 'Anna@Alpen.example' });

  it('is the same by its sign-in name in the same session, however it is written', () => {
    expect(key(connection('b', { signInName: ' anna@alpen.example ' }))).toBe(key(byName));
    expect(key(connection('b', { signInName: 'bert@x.example' }))).not.toBe(key(byName));
    expect(key(connection('b', { signInName: 'anna@alpen.example', site: 'se' }))).not.toBe(key(byName));
    const ebay = { marketplace: 'ebay', signInName: 'anna@alpen.example', site: 'de' } as const;
    expect(key(connection('b', ebay))).not.toBe(key(byName));
  });

  it('is the same by its number where no sign-in name is known, also by one that knows both', () => {
    const one = connection('a', { account: { id: 'A1' } });
    const two = connection('b', { account: { id: 'A1' } });
    expect(key(one)).toBe(key(two));
    const named = connection('c', { account: { id: 'A1' }, signInName: 'anna@alpen.example' });
    expect(key(one, named)).toBe(key(byName));
  });

  it('that nothing is known of is nobody else’s', () => {
    expect(key(connection('a'))).not.toBe(key(connection('b')));
  });

  it('in eBay’s test environment is another one than on its site, on the same domains', () => {
    const live = { marketplace: 'ebay', site: 'us' } as const;
    expect(sharesSession(live, { ...live, site: 'sandbox' })).toBe(false);
    expect(sharesSession(live, live)).toBe(true);
  });
});

describe('the queue', () => {
  it('has every due connection once, by account, the most urgent account first', () => {
    const anna = { signInName: 'anna' };
    const all = [
      queued(-1, connection('a', anna)),
      queued(2, connection('b', { signInName: 'bert' })),
      queued(9, connection('c', anna)),
      queued(90, connection('d', anna)),
    ];
    expect(queueOf(all).map(({ members }) => members.map((each) => each.connection.id))).toEqual([
      ['a', 'c'],
      ['b'],
    ]);
  });
});

describe('the sign-in that the last run left', () => {
  const run = (change: Partial<RunEnded>): RunEnded => ({
    id: 'r',
    connectionId: 'c',
    marketplace: 'amazon',
    site: 'de',
    mode: 'clear',
    jar: '0',
    kinds: ['amazon'],
    phase: 'ended',
    result: 'granted',
    legs: [],
    progress: {},
    startedAt: 1000,
    endedAt: 2000,
    left: 'digest',
    ...change,
  });
  const jar = { marketplace: 'amazon', jar: '0' } as const;

  it('is offered for half an hour, in its jar, and by the last run alone', () => {
    expect(lastLeft([run({})], jar, 3000)).toBeDefined();
    expect(lastLeft([run({})], jar, 2000 + 30 * 60 * 1000)).toBeUndefined();
    expect(lastLeft([run({})], { ...jar, jar: '1' }, 3000)).toBeUndefined();
    const { left: _, ...failed } = run({ id: 'later', startedAt: 1500 });
    expect(lastLeft([run({}), failed], jar, 3000)).toBeUndefined();
    const living: Run = { ...failed, phase: 'consenting' };
    expect(lastLeft([run({}), living], jar, 3000)).toBeUndefined();
  });
});
