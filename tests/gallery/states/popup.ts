import type { Settings } from '@/utils/domain/settings/settings.ts';
import type { Overview } from '@/utils/flows/reading/views.ts';
import {
  alpenglueck,
  bolShop,
  ebayShop,
  grantFor,
  listedOf,
  longNamed,
  many,
  viewOf,
} from '../data/connections.ts';
import { signedIn } from '../data/previews.ts';
import { endedWith, runWith } from '../data/runs.ts';
import type { State, States } from '../state.ts';

const settings = (on: boolean, more: Partial<Settings> = {}): Settings => ({
  reminders: { on, ladder: [30, 21, 14, 7, 3, 1, 0, -1] },
  sync: { on: false, accountIds: false },
  ...more,
});

/** More than these come in a second answer. */
const AT_ONCE = 50;

const overview = (more: Partial<Overview> = {}, set = settings(true)): State => {
  const connections = more.connections ?? [
    viewOf(alpenglueck, 20),
    viewOf(ebayShop, 200),
    viewOf(longNamed, 341),
  ];
  return {
    answers: {
      overview: {
        obstacles: [],
        runs: [],
        suggestions: [],
        attention: [],
        queue: { due: 0, groups: [] },
        total: connections.length,
        ...more,
        connections: connections.slice(0, AT_ONCE),
      },
      'dashboard/list': connections.map(listedOf),
      settings: set,
    },
  };
};

const unwatched: Partial<Overview> = {
  obstacles: [{ kind: 'unwatched', marketplace: 'bol', domains: ['bol.com'] }],
};

/** The only connection, with its details or the start of its renewal open. */
const opened = (
  what: 'detail' | 'start',
  set = settings(true),
  connection = alpenglueck,
  more: Partial<Overview> = {},
): State => {
  const view = viewOf(connection, 20);
  const { answers } = overview({ ...more, connections: [view] }, set);
  return {
    answers: {
      ...answers,
      'connection/history': { view, grants: [], runs: [] },
      'renewal/preview': signedIn,
    },
    query: `${what}=${connection.id}`,
  };
};

const renewed = { ...alpenglueck, finishing: { runId: 'run', since: 0, done: [] } };

export const popupStates: States = {
  usual: overview(),
  first: overview({ connections: [] }),
  eight: overview({ connections: many(8) }),
  due: overview({ connections: many(20), queue: { due: 5, groups: [] } }),
  fifty: overview({ connections: many(50) }),
  'ten-thousand': overview({ connections: many(10_000) }),
  'reminders-offered': overview({}, settings(false)),
  'reminders-off': overview({}, settings(false, { welcomed: true })),
  running: overview({ runs: [{ run: runWith({ progress: { step: 'sign-in' } }), connection: alpenglueck }] }),
  waiting: overview({ runs: [{ run: runWith({ legs: [] }, 'awaiting'), connection: alpenglueck }] }),
  granted: overview({
    runs: [{ run: endedWith('granted'), connection: renewed }],
    attention: [viewOf(renewed, 365)],
    connections: [viewOf(renewed, 365)],
  }),
  unconfirmed: overview({
    runs: [{ run: endedWith('granted'), connection: renewed }],
    attention: [viewOf(renewed, 365, { unconfirmed: grantFor(renewed, { verdict: 'first' }) })],
    connections: [viewOf(renewed, 365, { unconfirmed: grantFor(renewed, { verdict: 'first' }) })],
  }),
  'wrong-account': overview({
    runs: [{ run: endedWith('wrong-account'), connection: alpenglueck }],
    attention: [
      viewOf(alpenglueck, 20, {
        quarantined: grantFor(alpenglueck, {
          verdict: 'other',
          accountId: 'A2BRUECKEU0002',
          accountLabel: 'Brückner Elektro KG',
        }),
      }),
    ],
  }),
  standings: overview({
    connections: [
      viewOf(alpenglueck, 20, { quarantined: grantFor(alpenglueck, { verdict: 'other' }) }),
      viewOf({ ...ebayShop, reported: { what: 'stopped-working', at: 0 } }, 200),
      viewOf({ ...longNamed, reported: { what: 'asked-again', at: 0 } }, 341),
      viewOf({ ...renewed, id: 'unconfirmed' }, 365, {
        unconfirmed: grantFor(renewed, { verdict: 'first' }),
      }),
      viewOf({ ...renewed, id: 'to-finish' }, 365),
      viewOf({ ...alpenglueck, id: 'no-date', name: 'Hofladen' }),
      viewOf({ ...alpenglueck, id: 'muted', name: 'Tintenfass', muted: true }, 12),
    ],
  }),
  detail: opened('detail'),
  'detail-reminders-off': opened('detail', settings(false, { welcomed: true })),
  start: opened('start'),
  unwatched: overview({ ...unwatched, connections: [viewOf(alpenglueck, 20), viewOf(bolShop, 40)] }),
  'detail-unwatched': opened('detail', settings(true), bolShop, unwatched),
};
