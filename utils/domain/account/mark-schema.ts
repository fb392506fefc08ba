import * as z from 'zod/mini';
import { initialFrom, MARK_COLOURS } from './mark.ts';

/** Where a part makes no sense here, as a colour of a later version, the product chooses it; the other part stays. */
const orChosenByUs = <T extends z.ZodMiniType>(part: T) => z.catch(z.optional(part), undefined);

/** How a connection is marked, as it is kept and as it comes from a file or a form: apart, for the card has no schemas. */
export const markSchema = z.object({
  colour: orChosenByUs(z.enum(MARK_COLOURS)),
  initial: orChosenByUs(z.string().check(z.maxLength(200), z.overwrite(initialFrom), z.minLength(1))),
});
