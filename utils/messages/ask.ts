import type { Outcome } from '../flows/reading/views.ts';
import { refusalOf } from '../texts/problems.ts';

/** Why something that a page asked for was not done, in words; undefined where it was. */
export const problemOf = (asked: Promise<Outcome>): Promise<string | undefined> => refusalOf(() => asked);
