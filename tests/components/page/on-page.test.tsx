// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Card } from '@/entrypoints/card/Card.tsx';
import type { Connection } from '@/utils/domain/account/connection.ts';
import type { LedgerEntry } from '@/utils/domain/run/run.ts';
import { connection } from '../connection.ts';

// Texts stand here as their keys with what is put in them; that each key has a text is the locales' test.
vi.mock('#i18n', () => ({
  i18n: { t: (key: string, values: string[] = []) => [key, ...values.map((each) => `‹${each}›`)].join(' ') },
}));

const APP = 'amzn1.sp.solution.one';
const NAME = 'Nordlicht GmbH';
const SIGN_IN = 'nord@nordlicht.example';

const known: Connection = {
  ...connection,
  signInName: SIGN_IN,
  apps: [{ kind: 'amazon', app: APP, verified: true }],
  account: { id: 'A1NORTH', label: NAME },
};

const runWith = (progress: LedgerEntry['progress'], app = APP): LedgerEntry =>
  ({
    id: 'run',
    connectionId: 'north',
    marketplace: 'amazon',
    site: 'de',
    jar: '0',
    mode: 'as-is',
    phase: 'consenting',
    kinds: ['amazon'],
    legs: [{ kind: 'amazon', app, startedAt: 0 }],
    progress,
    startedAt: 0,
  }) as unknown as LedgerEntry;

let page: HTMLElement;
function cardOf(run: LedgerEntry): string {
  const nothing = (): void => undefined;
  render(
    <Card view={{ run, connection: known }} onFold={nothing} onReopen={nothing} onHelp={nothing} />,
    page,
  );
  return page.textContent ?? '';
}
const times = (text: string, part: string): number => text.split(`‹${part}›`).length - 1;

beforeEach(() => {
  page = document.createElement('main');
  document.body.append(page);
});
afterEach(() => {
  render(null, page);
  page.remove();
});

describe('the card on the page', () => {
  it.each([
    ['the right account', { step: 'authorise', consentSeen: true, label: NAME }, NAME, 'onPage.match'],
    [
      'another account',
      { step: 'authorise', consentSeen: true, label: 'Südwind' },
      'Südwind',
      'onPage.different',
    ],
    ['no account', { step: 'authorise', consentSeen: true, read: true }, NAME, 'onPage.unsure'],
    ['nobody yet, beside the form', { step: 'sign-in' }, NAME, 'overlay.stepAccount'],
  ] as const)('names %s once', (_, progress, name, said) => {
    const text = cardOf(runWith(progress));
    expect(text).toContain(said);
    expect(times(text, name)).toBe(1);
  });

  it('does not say that the page names nobody before the page was read', () => {
    const text = cardOf(runWith({ step: 'authorise', consentSeen: true }));
    expect(text).not.toContain('onPage.notShown');
    expect(text).toContain(`overlay.stepAccount ‹${NAME}›`);
    expect(times(text, NAME)).toBe(1);
  });

  it('names what to sign in with once, beside the form', () => {
    const text = cardOf(runWith({ step: 'sign-in' }));
    expect(text.split(SIGN_IN)).toHaveLength(2);
  });

  it('points out a program that this connection was never used with', () => {
    expect(cardOf(runWith({ step: 'authorise', consentSeen: true }))).not.toContain('onPage.strangeApp');
    const strange = cardOf(runWith({ step: 'authorise', consentSeen: true }, 'amzn1.sp.solution.two'));
    expect(strange).toContain('onPage.strangeApp ‹Nordlicht›');
  });

  it('says in one place that the program was lost, with the way back', () => {
    const text = cardOf(runWith({ step: 'picker', lostApp: true }));
    expect(text.split('overlay.lost')).toHaveLength(2);
    expect(text).toContain('overlay.reopen');
  });
});
