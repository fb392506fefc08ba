import type { GuardChoice } from '@/utils/flows/guard/guard-choice.ts';

/** Tells the background what the person decided on the guard page. */
export type Decide = (choice: GuardChoice) => Promise<void>;
