import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { play } from './play.ts';
import { script } from './script.ts';
import { shorten, written } from './shorten.ts';

const { GRANTKEEPER_SEED, GRANTKEEPER_JOURNEYS, GRANTKEEPER_NIGHTLY } = process.env;
const FIRST = Number(GRANTKEEPER_SEED ?? 1);
const JOURNEYS = Number(GRANTKEEPER_JOURNEYS ?? (GRANTKEEPER_SEED ? 1 : GRANTKEEPER_NIGHTLY ? 10_000 : 300));

/** Which invariant a sentence is about. */
const kindOf = (wrong: string): string => wrong.split(':')[0] ?? wrong;

/** Plays the journey of a seed. One that fails is told as the shortest script of which the same is wrong. */
async function failureOf(seed: number): Promise<string | undefined> {
  const [journey] = fc.sample(script, { seed, numRuns: 1 });
  const [first] = journey ? await play(journey) : [];
  if (!journey || first === undefined) return undefined;
  const shortest = await shorten(journey, async (each) =>
    (await play(each)).some((wrong) => kindOf(wrong) === kindOf(first)),
  );
  const wrong = await play(shortest);
  return `GRANTKEEPER_SEED=${seed}: ${wrong.join('\n  ')}\n${written(shortest)}`;
}

describe('the chaos seller', () => {
  it(`finds nothing in ${JOURNEYS} journeys from seed ${FIRST}`, { timeout: 3_600_000 }, async () => {
    const failures: string[] = [];
    for (let seed = FIRST; seed < FIRST + JOURNEYS; seed += 1) {
      const failure = await failureOf(seed);
      if (failure !== undefined) failures.push(failure);
    }
    expect(failures.join('\n\n')).toBe('');
  });
});
