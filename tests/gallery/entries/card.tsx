import '../stage/bare.ts';
import { render } from 'preact';
import { Card, Pill } from '@/entrypoints/card/Card.tsx';
import { cardStyles } from '@/entrypoints/card/styles.ts';
import { cardStates } from '../states/card.ts';

document.body.innerHTML = '<main><h1>A marketplace’s page</h1></main>';

/** In a shadow root of its own on a light page, as wide as it stands on a marketplace's. */
const host = document.createElement('div');
host.style.cssText = 'all: initial; display: block; position: fixed; right: 12px; top: 12px; width: 300px';
document.body.style.background = '#fff';
document.body.append(host);
const shadow = host.attachShadow({ mode: 'open' });
const sheet = new CSSStyleSheet();
sheet.replaceSync(cardStyles);
shadow.adoptedStyleSheets = [sheet];

const state = cardStates[new URLSearchParams(location.search).get('state') ?? ''];
const nothing = (): void => undefined;
if (state) {
  host.style.width = state.folded ? '48px' : '300px';
  render(
    state.folded ? (
      <Pill view={state.view} onUnfold={nothing} />
    ) : (
      <Card view={state.view} onFold={nothing} onReopen={nothing} onHelp={nothing} />
    ),
    shadow,
  );
}
document.title = 'Grantkeeper';
