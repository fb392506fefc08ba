import type { Script, Step } from './script.ts';

/** Every script that is a little simpler than this one, the greatest savings first. */
function* simpler(script: Script): Generator<Script> {
  const { steps } = script;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = Math.floor(size / 2))
    for (let from = 0; from + size <= steps.length; from += size)
      yield { ...script, steps: steps.toSpliced(from, size) };
  if (script.containers) yield { ...script, containers: false };
  if (script.signedIn) yield { ...script, signedIn: false };
  for (const index of script.known.keys()) yield { ...script, known: script.known.toSpliced(index, 1) };
  for (const [index, step] of steps.entries())
    for (const name of ['order', 'fault', 'patience', 'how', 'which'] as const) {
      if (step[name] === undefined) continue;
      const { [name]: _, ...rest } = step;
      yield { ...script, steps: steps.with(index, rest as Step) };
    }
}

/**
 * The shortest script on the way from this one of which the same is wrong.
 *
 * @param fails Whether a script still shows it.
 */
export async function shorten(script: Script, fails: (script: Script) => Promise<boolean>): Promise<Script> {
  for (const each of simpler(script)) if (await fails(each)) return shorten(each, fails);
  return script;
}

/** A script as it can be pasted into a unit test. */
export function written({ steps, ...rest }: Script): string {
  const literal = (value: unknown): string =>
    JSON.stringify(value)
      .replace(/"([a-z]+)":/gi, '$1: ')
      .replaceAll(',', ', ')
      .replaceAll('"', "'");
  const lines = steps.map((step) => `    ${literal(step)},`).join('\n');
  return `await play({\n  ...${literal(rest)},\n  steps: [\n${lines}\n  ],\n});`;
}
