import { browser } from '../platform/browser.ts';
import { VERSION } from '../platform/version.ts';
import { diagnosticLines } from '../texts/data/diagnostics.ts';
import { localZone } from '../texts/due/zone.ts';
import { locale } from '../texts/names.ts';
import { sendMessage } from './send.ts';

/** How long the background may take: the browser lets us write to the clipboard only soon after a click: ms. */
const LIMIT = 1500;

/** An error as a line: its name and where it came from, without what it says, which may hold names. */
function errorLine(error: unknown): string {
  if (!(error instanceof Error)) return error === undefined ? '–' : typeof error;
  const [, first = ''] = (error.stack ?? '').split('\n').filter((line) => /:\d+:\d+\)?$/.test(line.trim()));
  return `${error.name} ${first.trim()}`.trim();
}

/** What somebody who helps needs to know, whether or not the background answers. No names, no accounts. */
export async function diagnose(error?: unknown): Promise<string> {
  const told = await Promise.race([
    sendMessage('diagnostics').catch((refused: unknown) => errorLine(refused)),
    new Promise<'no answer'>((resolve) => setTimeout(resolve, LIMIT, 'no answer')),
  ]);
  const here = [
    ['page', `${location.pathname}${location.hash.split('/')[0]}`],
    ['error', errorLine(error)],
  ];
  const lines =
    typeof told === 'string'
      ? [
          ['Grantkeeper', VERSION],
          ['browser', navigator.userAgent],
          ['language', `${browser.i18n.getUILanguage()} → ${locale()}`],
          ['time zone', localZone().id],
          ['background', told],
        ]
      : diagnosticLines(told);
  return [...here, ...lines].map((line) => line.join(': ')).join('\n');
}
