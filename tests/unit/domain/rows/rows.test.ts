import { describe, expect, it } from 'vitest';
import { day, instant, list, text } from '@/utils/domain/rows/checks.ts';
import { isConnection, isGrant, soundSettings } from '@/utils/domain/rows/rows.ts';
import { isExemption, isLedgerEntry, isSuggestion } from '@/utils/domain/rows/run-rows.ts';
import { defaultSettings } from '@/utils/domain/settings/settings.ts';
import {
  enteredGrant,
  fullConnection,
  fullExemption,
  fullGrant,
  fullRun,
  fullSettings,
  fullSuggestion,
  NOW,
} from '../../../fakes/rows.ts';
import v1 from '../../db/examples/v1.json';
import v2 from '../../db/examples/v2.json';
import { filled } from '../data/examples.ts';

const CHECKS = {
  connections: isConnection,
  grants: isGrant,
  runs: isLedgerEntry,
  suggestions: isSuggestion,
  exemptions: isExemption,
} as const;

describe('a row', () => {
  it('passes with every member that it can have', () => {
    expect(isConnection(fullConnection('c'))).toBe(true);
    expect(isGrant(fullGrant('g', 'c'))).toBe(true);
    expect(isGrant(enteredGrant('g', 'c'))).toBe(true);
    expect(isLedgerEntry(fullRun('r', 'c'))).toBe(true);
    expect(isSuggestion(fullSuggestion('s'))).toBe(true);
    expect(isExemption(fullExemption('e'))).toBe(true);
  });

  it.each(Object.keys(CHECKS) as (keyof typeof CHECKS)[])(
    'of %s passes as every version wrote it',
    (table) => {
      const rows = [v1, v2, filled()].flatMap((each) => (each as Record<string, unknown>)[table] ?? []);
      expect(rows.length).toBeGreaterThan(1);
      for (const row of rows) expect(CHECKS[table](row), JSON.stringify(row)).toBe(true);
    },
  );

  it('passes with members that a later version gave it', () => {
    expect(isConnection({ ...fullConnection('c'), colour: 'red' })).toBe(true);
  });

  it('does not pass on a site that its marketplace does not have, where it is to be worked with', () => {
    expect(isLedgerEntry({ ...fullRun('r', 'c'), site: 'atlantis' })).toBe(false);
  });
});

describe('settings', () => {
  it('keep what makes sense of them', () => {
    const { id: _, ...sound } = fullSettings();
    expect(soundSettings(fullSettings())).toEqual(sound);
    expect(soundSettings({ ...fullSettings(), reminders: { on: true, ladder: ['x'] } })).toEqual({
      defaultMode: 'clear',
      sync: sound.sync,
      welcomed: true,
    });
    for (const nothing of [undefined, null, 7, 'x', []]) expect(soundSettings(nothing)).toEqual({});
    expect(soundSettings(defaultSettings())).toEqual(defaultSettings());
  });
});

describe('a value', () => {
  it.each([0, NOW, Date.UTC(9999, 11, 31)])('%s is an instant', (value) => {
    expect(instant(value)).toBe(true);
  });

  it.each([-1, Number.NaN, 8.64e15, '0', null, undefined, new Date(0)])('%s is none', (value) => {
    expect(instant(value)).toBe(false);
  });

  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '20260101', '', 7, '+275760-09-14'])(
    '%s is no day',
    (value) => {
      expect(day(value)).toBe(false);
    },
  );

  it('in a list is looked at, holes included', () => {
    const holes: unknown[] = ['a'];
    holes.length = 3;
    expect(list(text)(['a', 'b'])).toBe(true);
    expect(list(text)(holes)).toBe(false);
  });
});
