import { cardStates } from './states/card.ts';
import { dashboardStates } from './states/dashboard.ts';
import { guardStates } from './states/guard.ts';
import { importStates } from './states/import.ts';
import { dashboardPages } from './states/pages.ts';
import { popupStates } from './states/popup.ts';
import { practiceStates } from './states/practice.ts';
import { welcomeStates } from './states/welcome.ts';

/** A surface in the gallery. Its entry has the same name, in `entries`. */
export interface Surface {
  name: string;
  states: readonly string[];
  /** Widths of the window at which it is looked at: CSS px. */
  widths: readonly number[];
  /** As high as the browser makes it: CSS px. Where there is none, pictures show all of it. */
  height?: number;
}

const PAGE = [360, 768, 1280];

export const surfaces: readonly Surface[] = [
  { name: 'parts', states: ['all'], widths: PAGE },
  { name: 'guard', states: Object.keys(guardStates), widths: PAGE },
  { name: 'card', states: Object.keys(cardStates), widths: [360] },
  { name: 'import', states: Object.keys(importStates), widths: PAGE },
  {
    name: 'dashboard',
    states: Object.keys({ ...dashboardStates, ...dashboardPages }),
    widths: [360, 768, 1366],
    height: 620,
  },
  { name: 'welcome', states: Object.keys(welcomeStates), widths: PAGE },
  { name: 'help', states: ['guide'], widths: PAGE },
  { name: 'practice', states: practiceStates, widths: PAGE, height: 720 },
  { name: 'popup', states: Object.keys(popupStates), widths: [480], height: 600 },
];

export const LANGUAGES = ['en', 'de', 'fr'] as const;
export const THEMES = ['light', 'dark'] as const;

export interface Look {
  surface: string;
  state: string;
  language: (typeof LANGUAGES)[number];
  theme: (typeof THEMES)[number];
}

/** The address of a state within the gallery. */
export function addressOf({ surface, state, language, theme }: Look): string {
  return `${surface}.html?${new URLSearchParams({ state, language, theme })}`;
}
