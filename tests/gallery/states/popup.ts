import type { Overview } from '@/utils/flows/reading/views.ts';
import { alpenglueck, ebayShop, grantFor, longNamed, many, viewOf } from '../data/connections.ts';
import { endedWith, runWith } from '../data/runs.ts';
import type { State, States } from '../state.ts';

const overview = (more: Partial<Overview> = {}): State => {
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
        connections,
        total: connections.length,
        ...more,
      },
    },
  };
};

const renewed = { ...alpenglueck, finishing: { runId: 'run', since: 0, done: [] } };

export const popupStates: States = {
  usual: overview(),
  first: overview({ connections: [] }),
  fifty: overview({ connections: many(50) }),
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
};
