import messages from 'virtual:messages';
import type { State, States } from '../state.ts';
import { standIn } from './extension.ts';

/**
 * Reads from the page's address which state is to be shown, in which language and theme, and puts the stand-in for the
 * browser in its place. Called before the surface's own script.
 */
export function open(states: States): State {
  const asked = new URLSearchParams(location.search);
  const state = states[asked.get('state') ?? ''] ?? Object.values(states)[0] ?? {};
  const language = asked.get('language') ?? 'en';
  document.documentElement.style.colorScheme = asked.get('theme') ?? 'light';
  standIn(state, messages[language] ?? {});
  // The page's own code must see the address that it has in the extension.
  const query = state.query ? `?${state.query}` : '';
  history.replaceState(null, '', `${location.pathname}${query}${state.hash ? `#${state.hash}` : ''}`);
  return state;
}
