// Presses the one control of an interstitial by itself, once the page is there.
addEventListener('load', () => document.querySelector('[data-auto] [data-confirm]')?.click());
