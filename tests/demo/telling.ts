import { styleText } from 'node:util';

/** What the demo says in the terminal: short lines, aligned, coloured for a person only. */

const WIDTH = 16;

function line(mark: string, name: string, outcomes: readonly string[]): void {
  const [first = '', ...more] = outcomes;
  console.log(`  ${mark} ${name.padEnd(WIDTH)}${first}`);
  for (const each of more) console.log(`    ${''.padEnd(WIDTH)}${each}`);
}

export function tellHeading(text: string): void {
  console.log(`\n${styleText('bold', text)}`);
}

/** A step and what came of it, a line each. */
export function tell(name: string, ...outcomes: string[]): void {
  line(styleText('green', '✓'), name, outcomes);
}

/** A step that ended as it should not for a seller. */
export function tellWrong(name: string, ...outcomes: string[]): void {
  line(styleText('red', '✗'), name, outcomes);
}
