import type { GuardView } from '@/utils/flows/reading/views.ts';
import { alpenglueck, ebayShop, longNamed, many, viewOf } from '../data/connections.ts';
import { anonymous, ask, askEbay, ebay, empty, signedIn } from '../data/previews.ts';
import { endedWith, runWith, unclean } from '../data/runs.ts';
import type { State, States } from '../state.ts';

type Choose = Extract<GuardView, { kind: 'choose' }>;

const at = (view: GuardView): State => ({ answers: { 'guard/view': view } });

const choose = (more: Partial<Choose> = {}): Choose => ({
  kind: 'choose',
  ask,
  preview: signedIn,
  candidates: [{ view: viewOf(alpenglueck, 20), knowsApp: true, strange: false }],
  privateAllowed: false,
  ...more,
});

const candidate = (view: Choose['candidates'][number]['view'], knowsApp = false) => ({
  view,
  knowsApp,
  strange: false,
});

/** The question as it is asked most often: a known connection, whoever is signed in. */
export const USUAL = ['usual', 'usual-long-name', 'usual-ebay', 'not-known-whose', 'nobody', 'containers'];

/** All in which a connection or a session is to be chosen. */
export const ASKING = [
  ...USUAL,
  'first-time',
  'two-of-them',
  'many-of-them',
  'strange-app',
  'awaited',
  'beside',
  'private',
];

export const guardStates: States = {
  usual: at(choose()),
  'usual-long-name': at(choose({ candidates: [candidate(viewOf(longNamed, 6), true)] })),
  'usual-ebay': at(
    choose({ ask: askEbay, preview: ebay, candidates: [candidate(viewOf(ebayShop, 41), true)] }),
  ),
  'not-known-whose': at(choose({ preview: anonymous })),
  nobody: at(choose({ preview: empty })),
  containers: at(choose({ preview: { ...signedIn, modes: ['set-aside', 'container', 'clear'] } })),
  'first-time': at(choose({ candidates: [] })),
  'two-of-them': at(
    choose({ candidates: [candidate(viewOf(alpenglueck, 20)), candidate(viewOf(longNamed, 200))] }),
  ),
  'many-of-them': at(choose({ candidates: many(50).map((view) => candidate(view)) })),
  'strange-app': at(choose({ candidates: [{ ...candidate(viewOf(alpenglueck, 20), true), strange: true }] })),
  awaited: at(choose({ awaitedBy: alpenglueck.id })),
  beside: at(choose({ beside: true, preview: { ...signedIn, modes: ['container'] } })),
  private: { ...at({ kind: 'choose-private', ask, preview: signedIn }), inPrivate: true },
  'private-nobody': { ...at({ kind: 'choose-private', ask, preview: empty }), inPrivate: true },
  busy: at({ kind: 'busy', ask, run: { run: runWith(), connection: alpenglueck }, same: false }),
  'busy-elsewhere': at({
    kind: 'busy',
    ask,
    run: { run: runWith(), connection: alpenglueck },
    same: false,
    elsewhere: choose({ beside: true }),
  }),
  'busy-same': at({ kind: 'busy', ask, run: { run: runWith(), connection: alpenglueck }, same: true }),
  join: at({
    kind: 'join',
    ask: askEbay,
    run: { run: runWith({ marketplace: 'ebay', site: 'de' }, 'between-legs'), connection: ebayShop },
  }),
  living: at({ kind: 'living', run: { run: runWith(), connection: alpenglueck } }),
  'not-clean': at({
    kind: 'living',
    run: { run: runWith({ receipt: unclean }, 'not-clean'), connection: alpenglueck },
  }),
  'in-container': at({ kind: 'in-container', run: { run: runWith(), connection: alpenglueck } }),
  obstacle: at({ kind: 'obstacle', obstacle: { kind: 'hosts', domains: ['amazon.com'] } }),
  'other-jar': at({ kind: 'obstacle', obstacle: { kind: 'other-jar' } }),
  aged: at({ kind: 'aged', marketplace: 'amazon' }),
  empty: at({ kind: 'empty' }),
  ended: at({
    kind: 'ended',
    run: { run: { ...endedWith('failed'), reason: 'error:MD5101' }, connection: alpenglueck },
  }),
  'going-on': at({ kind: 'going-on', marketplace: 'amazon' }),
};
