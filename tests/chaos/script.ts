import fc from 'fast-check';

/** What somebody or something does in a journey. Numbers pick among what there is at that moment. */
export const ACTIONS = [
  // The seller and the software.
  'ask',
  'ask-again',
  'guard',
  'sign-in',
  'agree',
  'decline',
  'popup',
  'start',
  'close-tab',
  'leave-page',
  'remove',
  'restore',
  'archive',
  'confirm',
  'deny',
  'suggestion',
  'let-pop-ups',
  'unlink-container',
  'drop-container',
  // Time, the browser and what it refuses.
  'wait',
  'clock-back',
  'worker-dies',
  'browser-ends',
  'update',
  'database',
  'memory',
  'rules',
  'hosts',
  'cookies',
] as const;
export type Action = (typeof ACTIONS)[number];

/** What goes wrong at the n-th call to the outside from here on. */
export interface Fault {
  is: 'refused' | 'worker-dies' | 'browser-ends';
  at: number;
}

export interface Step {
  do: Action;
  /** Which tab, run, connection or software. */
  which?: number;
  /** Which of its buttons, modes or accounts. */
  how?: number;
  /** The order in which calls come back; absent: at once. */
  order?: number;
  /** So many calls come back before the next step begins; absent: all of them. */
  patience?: number;
  fault?: Fault;
}

/** Everything that a journey is: it plays the same each time. */
export interface Script {
  /** The browser has containers. */
  containers: boolean;
  /** Somebody is signed in at both marketplaces in the ordinary jar. */
  signedIn: boolean;
  /** Connections that there are, and whether their account is confirmed. */
  known: { software: number; bound: boolean }[];
  steps: Step[];
}

const pick = fc.nat({ max: 7 });

const rarely = <T>(one: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: one - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const fault: fc.Arbitrary<Fault | undefined> = rarely(
  8,
  fc.record({
    is: fc.constantFrom('refused', 'refused', 'worker-dies', 'worker-dies', 'browser-ends'),
    at: fc.integer({ min: 1, max: 90 }),
  }),
);

const sparse = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined && each !== 0)) as T;

const stepOf = (action: fc.Arbitrary<Action>, how = pick): fc.Arbitrary<Step> =>
  fc
    .record({
      do: action,
      which: pick,
      how,
      order: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 0xffff })),
      patience: rarely(4, fc.integer({ min: 1, max: 60 })),
      fault,
    })
    .map(sparse);

const only = (action: Action, how?: fc.Arbitrary<number>): fc.Arbitrary<Step> =>
  stepOf(fc.constant(action), how);

/** What most days are made of: a renewal from the software's press to the consent. */
const renewal: fc.Arbitrary<Step[]> = fc
  .tuple(pick, fc.tuple(only('ask'), only('guard'), only('sign-in'), only('agree')), fc.nat({ max: 2 }))
  .map(([software, [ask, guard, signIn, agree], own]) => [
    { ...ask, ...sparse({ which: software }) },
    sparse({ ...guard, which: own }),
    signIn,
    agree,
  ]);

const chunk: fc.Arbitrary<Step[]> = fc.oneof(
  { weight: 3, arbitrary: renewal },
  { weight: 6, arbitrary: fc.tuple(stepOf(fc.constantFrom(...ACTIONS))) },
  { weight: 2, arbitrary: fc.tuple(only('guard')) },
  { weight: 2, arbitrary: fc.tuple(only('popup')) },
);

export const script: fc.Arbitrary<Script> = fc.record({
  containers: fc.boolean(),
  signedIn: rarely(4, fc.constant(true)).map((not) => not !== true),
  known: fc.array(fc.record({ software: fc.nat({ max: 2 }), bound: fc.boolean() }), { maxLength: 2 }),
  steps: fc.array(chunk, { minLength: 1, maxLength: 12 }).map((chunks) => chunks.flat()),
});
