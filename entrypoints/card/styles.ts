import guidance from '@/components/renewal/guidance.css?inline';
import steps from '@/components/renewal/steps.css?inline';
import disclosure from '@/components/styles/disclosure.css?inline';
import card from './overlay.css?inline';

/** All that the card is drawn with, for its shadow root. */
export const cardStyles = guidance + steps + disclosure + card;
