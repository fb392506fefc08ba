import { render } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OverlayView } from '@/utils/flows/reading/views.ts';
import { Card, Pill } from '../../card/Card.tsx';
import { cardStyles } from '../../card/styles.ts';

const nothing = (): void => undefined;

/** The card as it stands on a marketplace’s page: in a root of its own, so that it looks the same wherever it stands. */
export function CardOnPage({ view }: { view: OverlayView }) {
  const host = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState(false);
  useLayoutEffect(() => {
    const { current } = host;
    if (!current || current.shadowRoot) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(cardStyles);
    current.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
  }, []);
  useLayoutEffect(() => {
    const root = host.current?.shadowRoot;
    if (!root) return;
    render(
      folded ? (
        <Pill view={view} onUnfold={() => setFolded(false)} />
      ) : (
        <Card view={view} onFold={() => setFolded(true)} onReopen={nothing} onHelp={nothing} />
      ),
      root,
    );
  });
  return <div class={folded ? 'card-on-page folded' : 'card-on-page'} ref={host} />;
}
