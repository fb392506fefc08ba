import type { OverlayView } from '@/utils/flows/reading/views.ts';
import { alpenglueck, ebayShop, longNamed } from '../data/connections.ts';
import { runWith } from '../data/runs.ts';

/** The card on a marketplace's page: what it is given, and whether it is folded. */
export interface CardState {
  view: OverlayView;
  folded?: true;
}

const label = 'Alpenglück Handel GmbH';
const consent = { step: 'consent', signInSeen: true, consentSeen: true, read: true } as const;
const card = (progress: OverlayView['run']['progress'], connection = alpenglueck): CardState => ({
  view: { run: runWith({ progress }), connection },
});

export const cardStates: Record<string, CardState> = {
  'sign-in': card({ step: 'sign-in', signInSeen: true }),
  'sign-in-long-name': card({ step: 'sign-in', signInSeen: true }, longNamed),
  'sign-in-other-name': card({ step: 'sign-in', signInSeen: true, otherPrefilled: true }),
  picker: card({ step: 'picker', signInSeen: true }),
  match: card({ ...consent, label, boxTicked: false }),
  'match-ticked': card({ ...consent, label, boxTicked: true }),
  different: card({ ...consent, label: 'Brückner Elektro KG', boxTicked: false }),
  'not-checked': card({ ...consent, boxTicked: false }),
  'other-name': {
    view: {
      run: runWith({ progress: { ...consent, label: 'Neu' } }),
      connection: { ...alpenglueck, account: {} },
    },
  },
  error: card({ step: 'error', errorCode: 'MD5101' }),
  lost: card({ step: 'picker', lostApp: true }),
  'strange-app': {
    view: {
      run: runWith({
        progress: { ...consent, label },
        legs: [{ kind: 'amazon', app: 'amzn1.sp.solution.another' }],
      }),
      connection: alpenglueck,
    },
  },
  ebay: {
    view: {
      run: runWith({
        marketplace: 'ebay',
        site: 'de',
        legs: [{ kind: 'ebay-oauth', app: 'Linnworks' }],
        progress: { step: 'sign-in', signInSeen: true },
      }),
      connection: ebayShop,
    },
  },
  private: { view: { run: runWith({ progress: { ...consent, label } }) } },
  folded: { ...card({ step: 'sign-in' }), folded: true },
  'folded-different': { ...card({ ...consent, label: 'Brückner Elektro KG' }), folded: true },
};
