import { parseArgs } from 'node:util';
import { showByHand } from './by-hand.ts';
import { walkAll } from './walk.ts';

/**
 * `npm run demo`: the whole main job in a real Chromium, told step by step. Ends with 1 if a wrong account got a grant.
 * `--headed` opens the browser for a person instead; `--theme dark` shows the dark theme, and with `--headed`
 * `--language de` or `fr` another language.
 */
const { values } = parseArgs({
  options: {
    headed: { type: 'boolean', default: false },
    theme: { type: 'string', default: 'light' },
    language: { type: 'string', default: 'en' },
  },
});
const colorScheme = values.theme === 'dark' ? 'dark' : 'light';
const language = (['en', 'de', 'fr'] as const).find((each) => each === values.language) ?? 'en';

try {
  if (values.headed) await showByHand({ colorScheme, language });
  else process.exitCode = (await walkAll(colorScheme)) ? 0 : 1;
} catch (error) {
  console.error(`\n✗ ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
