import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestCase } from 'vitest/node';
import { causeOf } from './cause.ts';

/** What is read of a test that is over. */
export type Over = Pick<TestCase, 'fullName' | 'result' | 'diagnostic'> & {
  module: { relativeModuleId: string };
};

/** What to say of a test that passed, but not at once; undefined for any other. */
export function warningOf(test: Over): string | undefined {
  const { flaky = false, retryCount = 0 } = test.diagnostic() ?? {};
  if (!flaky) return undefined;
  const why = (test.result().errors ?? [])[0]?.message.split('\n')[0] ?? 'no error was kept';
  const cause = `${causeOf(test.fullName)}.txt`;
  const where = existsSync(cause) ? `\n  ${relative(process.cwd(), cause)}` : '';
  return `${test.module.relativeModuleId}: “${test.fullName}” passed at try ${retryCount + 1}\n  ${why}${where}`;
}

/** Says at the end which tests needed another try: that is not yet a failure, and nothing to be passed over either. */
export default class Retries implements Reporter {
  #warnings: string[] = [];

  onTestCaseResult(test: TestCase): void {
    const warning = warningOf(test);
    if (warning !== undefined) this.#warnings.push(warning);
  }

  onTestRunEnd(): void {
    if (this.#warnings.length === 0) return;
    console.warn(`\n⚠ ${this.#warnings.length} needed another try:`);
    for (const warning of this.#warnings) {
      console.warn(`⚠ ${warning}`);
      if (process.env.GITHUB_ACTIONS) console.log(`::warning::${warning.replaceAll('\n', '%0A')}`);
    }
  }
}
