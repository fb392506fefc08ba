import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LANGUAGES } from '../surfaces.ts';

type Language = (typeof LANGUAGES)[number];

/** What a picture shows: a state of the gallery, in the frame in which a seller meets it. */
export interface Shown {
  surface: string;
  state: string;
  /** A small page of its own, a wide one, the toolbar's window, or the card on a marketplace's page. */
  frame: 'page' | 'wide' | 'popup' | 'card';
}

/** The stores' pictures, in their order. Their captions stand in `store/`, under the same number. */
export const PICTURES: readonly Shown[] = [
  { surface: 'guard', state: 'usual', frame: 'page' },
  { surface: 'card', state: 'match', frame: 'card' },
  { surface: 'popup', state: 'eight', frame: 'popup' },
  { surface: 'popup', state: 'wrong-account', frame: 'popup' },
  { surface: 'dashboard', state: 'five-thousand', frame: 'wide' },
];

/** One renewal, as README shows it moving. */
export const RENEWAL: readonly (Shown & { caption: string })[] = [
  { surface: 'popup', state: 'due', frame: 'popup', caption: 'See what ends soon' },
  { surface: 'guard', state: 'usual', frame: 'page', caption: 'Sign the old account out with one click' },
  { surface: 'card', state: 'sign-in', frame: 'card', caption: 'Sign in with the right account' },
  {
    surface: 'card',
    state: 'match-ticked',
    frame: 'card',
    caption: 'See that it is the right one, and agree',
  },
  { surface: 'popup', state: 'granted', frame: 'popup', caption: 'Renewed for another year' },
];

/**
 * The captions of the stores' pictures in one language.
 * @throws Error where there are not as many as pictures.
 */
export function captionsIn(language: Language): string[] {
  const text = readFileSync(join(import.meta.dirname, `../../../store/${language}.md`), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith('Pictures\n')) ?? '';
  const captions = [...section.matchAll(/^\d+\. (.+)$/gm)].map(([, caption = '']) => caption);
  if (captions.length !== PICTURES.length) {
    throw new Error(`store/${language}.md has ${captions.length} captions for ${PICTURES.length} pictures`);
  }
  return captions;
}
