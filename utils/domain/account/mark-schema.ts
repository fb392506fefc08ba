import * as z from 'zod/mini';
import { initialFrom, MARK_COLOURS } from './mark.ts';

/** How a connection is marked, as it is kept and as it comes from a file or a form: apart, for the card has no schemas. */
export const markSchema = z.object({
  colour: z.optional(z.enum(MARK_COLOURS)),
  initial: z.optional(z.string().check(z.maxLength(200), z.overwrite(initialFrom), z.minLength(1))),
});
