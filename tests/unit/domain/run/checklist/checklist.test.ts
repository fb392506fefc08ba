import { describe, expect, it } from 'vitest';
import type { Connection } from '@/utils/domain/account/connection.ts';
import {
  checklistOf,
  finishingSteps,
  nextOnPage,
  stepsOf,
  stepsOnPage,
} from '@/utils/domain/run/checklist/checklist.ts';
import type { Run, RunEnded } from '@/utils/domain/run/run.ts';

type Seen = Parameters<typeof checklistOf>[0];

const LEG: Run['legs'][number] = { kind: 'amazon', app: 'app' };

const run = (change: Partial<Omit<Run & RunEnded, 'phase'>> & { phase?: Run['phase'] }): Seen =>
  ({
    id: 'run-1',
    marketplace: 'amazon',
    phase: 'consenting',
    mode: 'clear',
    legs: [LEG],
    progress: {},
    receipt: { at: 1, domains: [], siteData: {}, clean: true },
    ...change,
  }) as Seen;

const connection = (change: Partial<Connection> = {}): Connection => ({
  id: 'c1',
  marketplace: 'amazon',
  site: 'de',
  region: 'eu',
  integration: 'microtech',
  name: 'Nordlicht',
  apps: [],
  account: { label: 'Nordlicht' },
  createdAt: 0,
  updatedAt: 0,
  ...change,
});

const states = (list: ReturnType<typeof checklistOf>): string => list.map(({ state }) => state).join(' ');
const byId = (list: ReturnType<typeof checklistOf>): Record<string, string> =>
  Object.fromEntries(list.map(({ step, state }) => [step.id, state]));
const seen = (label?: string): Partial<Pick<Run, 'progress'>> => ({
  progress: { consentSeen: true, ...(label && { label }) },
});

describe('the steps on the page', () => {
  it.each([
    ['while it cleans', run({ phase: 'cleaning', receipt: undefined }), 'now open open open open'],
    ['on the sign-in page', run({ progress: { signInSeen: true } }), 'done now open open open'],
    ['on the consent page', run(seen()), 'done done now now open'],
    ['with the right account', run(seen('Nordlicht')), 'done done done now open'],
    ['with another account', run(seen('Südwind')), 'done done warning open open'],
    ['after the answer', run({ phase: 'ended', result: 'granted' }), 'done done done done done'],
    ['without a clean, as wished', run({ mode: 'as-is', receipt: undefined }), 'done now open open open'],
  ] as const)('%s', (_, at, expected) => {
    expect(states(stepsOnPage(checklistOf(at, connection())))).toBe(expected);
  });

  it('have one line for the box and the button: first the one, then the other', () => {
    const ids = (ticked: boolean): string[] =>
      stepsOnPage(checklistOf(run({ progress: { consentSeen: true, boxTicked: ticked } }), connection())).map(
        ({ step }) => step.id,
      );
    expect(ids(false)).toEqual(['clean', 'sign-in', 'account', 'box', 'answer']);
    expect(ids(true)).toEqual(['clean', 'sign-in', 'account', 'confirm', 'answer']);
  });

  it('are the same in a private window, where no connection is known', () => {
    expect(stepsOnPage(checklistOf(run({}), undefined)).map(({ step }) => step.id)).toEqual([
      'clean',
      'sign-in',
      'account',
      'box',
      'answer',
    ]);
    const atEbay = checklistOf(run({ marketplace: 'ebay' }), undefined);
    expect(stepsOnPage(atEbay).map(({ step }) => step.id)).toEqual([
      'clean',
      'sign-in',
      'account',
      'confirm',
      'answer',
    ]);
  });
});

describe('what the card says is next', () => {
  const other = { label: 'Südwind' };
  const right = { label: 'Nordlicht' };
  it.each([
    ['before the sign-in', {}, 'sign-in, then account'],
    ['an account that is not known', { consentSeen: true }, 'account, then box'],
    ['the right account', { consentSeen: true, ...right }, 'box, then confirm'],
    [
      'the right account and the box',
      { consentSeen: true, boxTicked: true, ...right },
      'confirm, then answer',
    ],
    ['another account', { consentSeen: true, ...other }, 'account alone'],
    ['another account and the box', { consentSeen: true, boxTicked: true, ...other }, 'account alone'],
  ])('%s', (_, progress, expected) => {
    const { next, then } = nextOnPage(checklistOf(run({ progress }), connection()));
    expect(`${next?.step.id}${then ? `, then ${then.step.id}` : ' alone'}`).toBe(expected);
  });

  it('is never the same twice, and never what is done', () => {
    for (const marketplace of ['amazon', 'ebay', 'bol'] as const)
      for (const label of [undefined, 'Nordlicht', 'Südwind'])
        for (const consentSeen of [false, true])
          for (const boxTicked of [false, true]) {
            const progress = { consentSeen, boxTicked, ...(label && { label }) };
            const { next, then } = nextOnPage(
              checklistOf(run({ marketplace, progress }), connection({ marketplace, integration: 'other' })),
            );
            expect(next).toBeDefined();
            expect(then?.step.id).not.toBe(next?.step.id);
            expect([next?.state, then?.state]).not.toContain('done');
          }
  });
});

describe('the whole checklist', () => {
  it('is büro+’s, in the order of its makers’ help', () => {
    expect(stepsOf(connection()).map(({ id }) => id)).toEqual([
      'clean',
      'platform',
      'inactive',
      'reopen',
      'sign-in',
      'account',
      'box',
      'confirm',
      'answer',
      'active',
      'status',
      'orders',
      'labels',
    ]);
    expect(stepsOf(connection({ marketplace: 'ebay' })).map(({ id }) => id)).not.toContain('labels');
  });

  it('lets Linnworks’ permission be taken back only after the clean and a sign-in as its owner', () => {
    const ids = stepsOf(connection({ integration: 'linnworks', marketplace: 'ebay' })).map(({ id }) => id);
    expect(ids.slice(0, 5)).toEqual(['clean', 'owner', 'revoke', 'test', 're-create']);
    const waiting = run({ marketplace: 'ebay', phase: 'awaiting', legs: [] });
    const linnworks = connection({ integration: 'linnworks', marketplace: 'ebay' });
    expect(byId(checklistOf(waiting, linnworks))).toMatchObject({
      clean: 'done',
      owner: 'now',
      revoke: 'open',
    });
    expect(byId(checklistOf(waiting, linnworks, true))).toMatchObject({ owner: 'done', revoke: 'now' });
    const dirty = run({ marketplace: 'ebay', phase: 'not-clean', legs: [], receipt: undefined });
    expect(byId(checklistOf(dirty, linnworks, true))).toMatchObject({ clean: 'now', owner: 'open' });
  });

  it('goes on from step to step before the software opens its page', () => {
    const waiting = run({ phase: 'awaiting', legs: [] });
    expect(byId(checklistOf(waiting, connection()))).toMatchObject({
      clean: 'done',
      platform: 'now',
      inactive: 'open',
      reopen: 'open',
      'sign-in': 'open',
    });
    expect(byId(checklistOf({ ...waiting, ticked: ['platform'] }, connection()))).toMatchObject({
      platform: 'done',
      inactive: 'now',
    });
  });

  it('ticks what led to the page once that is open, and no more than that', () => {
    const opened = byId(checklistOf(run({ ticked: ['platform'] }), connection()));
    expect(opened).toMatchObject({ platform: 'done', inactive: 'open', reopen: 'done', 'sign-in': 'now' });
  });

  it('ticks box, button and answer each by itself', () => {
    const on = byId(checklistOf(run({ progress: { consentSeen: true, boxTicked: true } }), connection()));
    expect(on).toMatchObject({ box: 'done', confirm: 'now', answer: 'open', active: 'open' });
    const after = byId(checklistOf(run({ phase: 'ended', result: 'granted' }), connection()));
    expect(after).toMatchObject({
      box: 'done',
      confirm: 'done',
      answer: 'done',
      active: 'now',
      status: 'open',
    });
  });

  it('with two permissions waits for the second', () => {
    const linnworks = connection({ integration: 'linnworks', marketplace: 'ebay' });
    const legs = [{ ...LEG, outcome: 'granted' as const }];
    const between = checklistOf(run({ marketplace: 'ebay', phase: 'between-legs', legs }), linnworks);
    expect(byId(between)).toMatchObject({ answer: 'done', second: 'now', 'test-again': 'open' });
    const early = checklistOf(
      run({ marketplace: 'ebay', phase: 'ended', result: 'granted', reason: 'finished-early', legs }),
      linnworks,
    );
    expect(byId(early)).toMatchObject({ answer: 'done', second: 'now', 'test-again': 'open' });
    const both = checklistOf(
      run({ marketplace: 'ebay', phase: 'ended', result: 'granted', legs }),
      linnworks,
    );
    expect(byId(both)).toMatchObject({ second: 'done', 'test-again': 'now' });
  });

  it('ticks what the person ticked of this run’s steps in the software, not of another’s', () => {
    const ended = run({ phase: 'ended', result: 'granted' });
    const finishing = (runId: string) => connection({ finishing: { runId, since: 1, done: ['active'] } });
    expect(byId(checklistOf(ended, finishing('run-1')))).toMatchObject({ active: 'done', status: 'now' });
    expect(byId(checklistOf(ended, finishing('run-0')))).toMatchObject({ active: 'now' });
  });

  it('holds the person’s own steps for software of their own, around its start and its end', () => {
    const ownSteps = [
      { id: '1', when: 'after', text: 'Press import' },
      { id: '2', when: 'before', text: 'Open the tool', link: 'https://tool.example/' },
      { id: 'clean', when: 'before', text: 'An id of ours' },
    ] as const;
    const other = connection({ integration: 'other', ownSteps: [...ownSteps] });
    expect(stepsOf(other).map(({ id }) => id)).toEqual([
      'clean',
      'own:2',
      'own:clean',
      'start',
      'sign-in',
      'account',
      'box',
      'confirm',
      'answer',
      'own:1',
      'works',
    ]);
    expect(stepsOf(other)[1]).toMatchObject({ text: 'Open the tool', link: 'https://tool.example/' });
    expect(finishingSteps(other).map(({ step }) => step.id)).toEqual(['own:1', 'works']);
    expect(stepsOf({ ...other, integration: 'microtech' }).some(({ text }) => text)).toBe(false);
  });
});
