import * as z from 'zod/mini';
import type { OwnStep } from './connection-schema.ts';

/** A step as the user enters it: a link in it leads to the web, and nowhere else. */
export const ownStepFormSchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(100)),
  when: z.enum(['before', 'after']),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)),
  link: z.optional(z.url({ protocol: /^https$/ }).check(z.maxLength(2000))),
}) satisfies z.ZodMiniType<OwnStep>;
