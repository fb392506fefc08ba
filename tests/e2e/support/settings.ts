import { journeys, NIGHTLY, type Stage, type StageOptions } from './harness.ts';

/** How people have set up their browsers, as far as it touches sessions. A fresh profile is none of these. */
export const settings: { name: string; options: StageOptions }[] = [
  {
    name: 'with third-party cookies blocked',
    options: { only: 'chromium', thirdPartyCookies: 'blocked' },
  },
  {
    name: 'with third-party cookies allowed',
    options: { only: 'chromium', thirdPartyCookies: 'allowed' },
  },
  { name: 'with first-party isolation', options: { only: 'firefox', firstPartyIsolation: true } },
  { name: 'with strict protection', options: { only: 'firefox', strictProtection: true } },
];

/** Journeys about sessions: at night in every setting too. */
export function sessionJourneys(
  name: string,
  tell: (stage: Stage, kind: 'chromium' | 'firefox') => void,
  options: StageOptions = {},
): void {
  journeys(name, tell, options);
  if (!NIGHTLY) return;
  const fitting = settings.filter(({ options: { only } }) => [undefined, only].includes(options.only));
  for (const setting of fitting)
    journeys(`${name}, ${setting.name},`, tell, { ...options, ...setting.options });
}
