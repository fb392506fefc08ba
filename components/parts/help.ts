import { createContext } from 'preact';

/** Collects what somebody who helps needs to know: version, browser, and how things stand. No names, no accounts. */
export const Diagnosis = createContext<(error?: unknown) => Promise<string>>(async () => '');
