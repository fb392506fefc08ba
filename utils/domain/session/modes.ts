/**
 * How a run makes its jar ready.
 *
 * - `set-aside`: cleared; the cookies come back when the run is over.
 * - `clear`: cleared for good.
 * - `container`: the run goes on in a Firefox container of the connection's own; the jar it came from is left alone.
 * - `as-is`: left as it is, on the person's word.
 */
export type RunMode = 'set-aside' | 'clear' | 'container' | 'as-is';

/** The modes of a clean start. */
export type CleanMode = Exclude<RunMode, 'as-is'>;
