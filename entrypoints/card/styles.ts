import guidance from '@/components/renewal/guidance.css?inline';
import steps from '@/components/renewal/steps.css?inline';
import card from './overlay.css?inline';

/** All that the card is drawn with, for its shadow root. */
export const cardStyles = guidance + steps + card;
