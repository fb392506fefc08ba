import * as z from 'zod/mini';

/**
 * How a run makes its jar ready.
 *
 * - `set-aside`: cleared; the cookies come back when the run is over.
 * - `clear`: cleared for good.
 * - `container`: the run goes on in a Firefox container of the connection's own; the jar it came from is left alone.
 * - `as-is`: left as it is, on the user's word.
 */
const CLEAN_MODES = ['set-aside', 'clear', 'container'] as const;
export const runModeSchema = z.enum([...CLEAN_MODES, 'as-is']);
export type RunMode = z.infer<typeof runModeSchema>;

/** The modes of a clean start. */
export const cleanModeSchema = z.enum(CLEAN_MODES);
export type CleanMode = z.infer<typeof cleanModeSchema>;
