import * as z from 'zod/mini';
import { grantKindSchema, marketplaceIdSchema } from '../marketplaces/definition/ids.ts';
import { integrationIdSchema } from './ids.ts';

export type { IntegrationId } from './ids.ts';

/**
 * What ticks a step by itself.
 *
 * - `cleaned`: nobody is signed in any more, or need not be signed out.
 * - `opened`: the software has opened its authorise address.
 * - `signed-in`: somebody is: before the address by a read of the jar, after it by the consent page.
 * - `right-account`: the page shows the account that is expected, or the marketplace has answered.
 * - `box-ticked`: as the page tells.
 * - `confirmed`, `callback`: the marketplace has answered.
 * - `all-callbacks`: it has answered for every kind of grant.
 */
const detectorSchema = z.enum([
  'cleaned',
  'opened',
  'signed-in',
  'right-account',
  'box-ticked',
  'confirmed',
  'callback',
  'all-callbacks',
]);

/** Drawings of our own of the place in the software; see `components/renewal/Picture.tsx`. */
const pictureSchema = z.enum([
  'buero-inactive',
  'buero-sign-in',
  'buero-active',
  'buero-status',
  'red-button',
]);
export type PictureId = z.infer<typeof pictureSchema>;

const httpsUrl = z.url({ protocol: /^https$/ });

/** A step of a renewal; its sentences are in the locales, by the integration's and its own id. */
const stepSchema = z.object({
  id: z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/)),
  /** Before the marketplace's pages, on them, or after its answer. */
  when: z.enum(['before', 'on', 'after']),
  /** Without one the person ticks it. */
  detector: z.optional(detectorSchema),
  /** `manage`: the page on which this marketplace lists the programs that may use the account. */
  link: z.optional(z.union([z.literal('manage'), httpsUrl])),
  /** What can be copied there. */
  copy: z.optional(z.literal('sign-in-name')),
  picture: z.optional(pictureSchema),
  /** A sentence of its own says what the step costs. */
  warns: z.optional(z.literal(true)),
  /** The browser's pop-up blocker is dealt with there. */
  popups: z.optional(z.literal(true)),
});
export type Step = z.infer<typeof stepSchema>;

const ORDER = ['before', 'on', 'after'];

const isInOrder = (steps: Step[]): boolean =>
  steps.every(({ when }, index) => ORDER.indexOf(when) >= ORDER.indexOf(steps[index - 1]?.when ?? 'before'));

/** The whole checklist of a renewal, in its order. */
const stepsSchema = z.array(stepSchema).check(
  z.refine((steps) => new Set(steps.map(({ id }) => id)).size === steps.length, 'a step’s id is its own'),
  z.refine(isInOrder, 'first what comes before the consent, then the consent, then what comes after it'),
  z.refine(([first]) => first?.detector === 'cleaned', 'nothing comes before the clean'),
  z.refine(
    (steps) => steps.every(({ when, detector }) => when !== 'on' || detector),
    'what happens on the marketplace’s pages ticks itself',
  ),
  z.refine(
    (steps) => steps.some(({ when, detector }) => when === 'after' && !detector),
    'only the person can say that the software works again',
  ),
);

/** The software that gets the grant, as data. */
export const integrationSchema = z.object({
  id: integrationIdSchema,
  /** Its product name, which is not translated; empty for software that we do not know. */
  name: z.string(),
  marketplaces: z
    .array(
      z.object({
        marketplace: marketplaceIdSchema,
        /** The kinds of grant that it needs there; a renewal is done when all of them are back. */
        kinds: z.array(grantKindSchema).check(z.minLength(1)),
        /** How its authorise address comes into the browser. */
        opens: z.enum(['desktop', 'popup', 'page']),
        steps: stepsSchema,
        /** What it says where a grant is over, in its own words. */
        symptom: z.optional(z.string().check(z.minLength(1))),
      }),
    )
    .check(z.minLength(1)),
  /** Where its makers help. */
  support: z.optional(httpsUrl),
  source: z.optional(z.object({ title: z.string().check(z.minLength(1)), checkedOn: z.iso.date() })),
});
export type Integration = z.infer<typeof integrationSchema>;
