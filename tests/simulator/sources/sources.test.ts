import { describe, expect, it } from 'vitest';
import { switchChoices } from '../switches.ts';
import { GUESS, switchSources } from './sources.ts';

const switches = Object.entries(switchChoices).flatMap(([group, choices]) =>
  Object.keys(choices).map((name) => [group, name] as const),
);
const sourceOf = (group: string, name: string): unknown =>
  (switchSources as Record<string, Record<string, unknown>>)[group]?.[name];

describe('the switches', () => {
  it.each(switches)('%s.%s says where its default comes from', (group, name) => {
    const source = sourceOf(group, name);
    if (source === GUESS) return;
    expect(source).toEqual({
      certainty: expect.stringMatching(/^(documented|observed|reported)$/),
      at: expect.stringMatching(/^https:\/\/|^(public code|vendors’ help pages|help pages of \w+): .{8}/),
      on: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
    });
  });

  it('have no source without a switch', () => {
    const named = Object.entries(switchSources).flatMap(([group, all]) =>
      Object.keys(all).map((name) => [group, name]),
    );
    expect(named.toSorted()).toEqual(switches.map(([group, name]) => [group, name]).toSorted());
  });

  it('have lists that a day’s journeys can play: none but the errors is longer than eleven', () => {
    const long = Object.entries(switchChoices).flatMap(([group, choices]) =>
      Object.entries<readonly unknown[]>(choices)
        .filter(([, values]) => values.length > 11)
        .map(([name]) => `${group}.${name}`),
    );
    expect(long).toEqual(['amazon.error']);
  });

  it('begin with what is documented or was seen', () => {
    const first = (['amazon', 'ebay'] as const).map((group) =>
      Object.fromEntries(Object.entries(switchChoices[group]).map(([name, values]) => [name, values[0]])),
    );
    expect(first).toMatchObject([
      { handoff: 'page-then-script', picker: 'several-accounts', signInHost: 'same' },
      { signInName: 'user-info', afterSignIn: 'passkey', markers: 'all' },
    ]);
  });
});
