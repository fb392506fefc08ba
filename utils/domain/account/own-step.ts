import { z } from 'zod';
import type { OwnStep } from './connection.ts';

/** A step as the user enters it: a link in it leads to the web, and nowhere else. */
export const ownStepFormSchema = z.object({
  id: z.string().min(1).max(100),
  when: z.enum(['before', 'after']),
  text: z.string().trim().min(1).max(300),
  link: z
    .url({ protocol: /^https$/ })
    .max(2000)
    .optional(),
}) satisfies z.ZodType<OwnStep>;
