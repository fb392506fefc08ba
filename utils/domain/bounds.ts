import * as z from 'zod/mini';
import { withoutBidi } from './cells/text.ts';

/**
 * Bounds of what is kept and goes out in a file and comes in again: what comes in was written by nobody knows whom.
 */

/** The last instant that a date of ours may have: the year 2200, in ms. */
const LAST_INSTANT = Date.UTC(2200, 0);

export const idSchema = z.string().check(z.minLength(1), z.maxLength(150));
/** UTC instant in ms. */
export const instantSchema = z.int().check(z.minimum(0), z.maximum(LAST_INSTANT));
/** A calendar day, `YYYY-MM-DD`. */
export const daySchema = z.iso.date();
/** A text that is shown: without the signs that turn the direction of what stands around it. */
export const shortSchema = z.string().check(z.overwrite(withoutBidi), z.maxLength(200));
export const textSchema = z.string().check(z.overwrite(withoutBidi), z.maxLength(5000));
export const countSchema = z.int().check(z.minimum(0), z.maximum(1_000_000));
