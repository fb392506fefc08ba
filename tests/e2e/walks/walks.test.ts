import fc from 'fast-check';
import { expect, it } from 'vitest';
import { script } from '../../chaos/script.ts';
import { written } from '../../chaos/shorten.ts';
import { journeys, NIGHTLY } from '../support/harness.ts';
import { AMAZON, EBAY, leaveSignedIn } from '../support/person.ts';
import { closeAll, endAll, judge, surfacesShowThemselves } from './oracle.ts';
import { canPlay, type Walk, walkOn } from './walk.ts';

const { GRANTKEEPER_SEED, GRANTKEEPER_WALKS } = process.env;
const FIRST = Number(GRANTKEEPER_SEED ?? 4);
const WALKS = Number(GRANTKEEPER_WALKS ?? (GRANTKEEPER_SEED || !NIGHTLY ? 1 : 20));

/** How many scripts are played one after the other: by day a short walk. */
const SCRIPTS = NIGHTLY || GRANTKEEPER_SEED ? 3 : 1;

journeys('a walk of the chaos seller', (stage) => {
  it.each(Array.from({ length: WALKS }, (_, index) => FIRST + index))(
    'from seed %i leaves nothing wrong',
    { timeout: 300_000 },
    async (seed) => {
      const [journey, ...others] = fc.sample(script, { seed, numRuns: SCRIPTS });
      const steps = [journey, ...others].flatMap((each) => each?.steps ?? []).filter(canPlay);
      const walk: Walk = { stage, saidSo: new Set(), ends: 0, told: [] };
      const before = journey?.signedIn ? [AMAZON, EBAY] : [];
      for (const site of before) await leaveSignedIn(stage, 'bert', site);
      const wrong: string[] = [];
      for (const step of steps) await walkOn(walk, step);
      wrong.push(...(await surfacesShowThemselves(walk)), ...(await endAll(walk)));
      await closeAll(walk);
      wrong.push(...(await judge(walk, before)));
      const played = journey ? written({ ...journey, steps }) : '';
      expect(wrong, `${walk.told.join('\n')}\n${played}`).toEqual([]);
    },
  );
});
