import { render } from 'preact';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { createShadowRootUi } from 'wxt/utils/content-script-ui/shadow-root';
import { type Placement, placeOverlay, type Size } from '@/utils/domain/overlay/placement.ts';
import type { PageFacts } from '@/utils/flows/renewal/page-facts.ts';
import { sendMessage, unawaited } from '@/utils/messages/send.ts';
import { Card, Pill } from './Card.tsx';
import { readFacts } from './facts.ts';
import type { Accompanied } from './handover.ts';
import { dialogOpen, isSeen, obstacles } from './obstacles.ts';
import { cardStyles } from './styles.ts';

/** The page may change many times a second; it is looked at again after this pause: ms. */
const PAUSE = 150;

/** A page that takes the overlay away or hides it this often does not want it; the pop-up says the same. */
const RETURNS = 25;

const CARD_WIDTH = 300;
const PILL: Size = { width: 48, height: 48 };

/**
 * Where the host stands, with styles that the page's own sheets cannot outrank. All of them anew each time: a script of
 * the page may have written there.
 */
function styleOf(placed: Placement, visible: boolean): string {
  const properties = {
    all: 'initial',
    display: 'block',
    position: 'fixed',
    'z-index': '2147483647',
    'pointer-events': 'auto',
    visibility: visible ? 'visible' : 'hidden',
    left: `${placed.x}px`,
    top: `${placed.y}px`,
    width: `${placed.width}px`,
  };
  return Object.entries(properties)
    .map(([name, value]) => `${name}: ${value} !important;`)
    .join(' ');
}

const same = (a: PageFacts, b: PageFacts): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Calls back once after a burst of calls. */
function pausing(ctx: ContentScriptContext, task: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    ctx.setTimeout(() => {
      waiting = false;
      task();
    }, PAUSE);
  };
}

/** Shows the overlay on this page and keeps it true until the page goes. It never presses anything. */
export async function accompany(ctx: ContentScriptContext, first: Accompanied): Promise<void> {
  let { view, folded } = first;
  let facts: PageFacts = {};
  let placed: Placement | undefined;
  let returns = 0;
  /** As we wrote it; anything else was written by the page. */
  let hostStyle = '';
  let box: HTMLElement | undefined;

  const ui = await createShadowRootUi(ctx, {
    name: 'grantkeeper-overlay',
    position: 'inline',
    anchor: 'html',
    append: 'last',
    mode: 'closed',
    isolateEvents: true,
    // The reset would outrank where the box stands; the host below resets itself.
    inheritStyles: true,
    onMount: (container, shadow) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(cardStyles);
      shadow.adoptedStyleSheets = [sheet];
      box = container;
      // What is unfolded in it needs room.
      container.addEventListener('toggle', () => draw(), { capture: true });
    },
  });

  function cardSize(): Size {
    const width = Math.min(CARD_WIDTH, innerWidth - 24);
    const card = box?.querySelector<HTMLElement>('.card');
    return { width, height: card?.offsetHeight ?? 260 };
  }

  function draw(again = true): void {
    if (!box) return;
    const host = ui.shadowHost;
    const card = cardSize();
    placed = placeOverlay({
      viewport: { width: document.documentElement.clientWidth, height: innerHeight },
      obstacles: obstacles(),
      card,
      pill: PILL,
      folded,
      ...(placed && { current: placed }),
    });
    const { form } = placed;
    if (returns < RETURNS) {
      host.setAttribute('style', styleOf(placed, form !== 'none' && !dialogOpen()));
      // A person's own style sheet may space the text out (WCAG 1.4.12).
      for (const spacing of ['letter-spacing', 'word-spacing', 'line-height'])
        host.style.setProperty(spacing, 'normal');
      hostStyle = host.getAttribute('style') ?? '';
    }
    const fold = (next: boolean) => () => {
      folded = next;
      unawaited(sendMessage('page/fold', { folded }));
      draw();
    };
    render(
      form === 'pill' ? (
        <Pill view={view} onUnfold={fold(false)} />
      ) : (
        <Card
          view={view}
          onFold={fold(true)}
          onReopen={() => unawaited(sendMessage('page/reopen'))}
          onHelp={() => unawaited(sendMessage('page/help'))}
        />
      ),
      box,
    );
    // What was just written may need more room than what was measured.
    if (again && form === 'card' && cardSize().height !== card.height) draw(false);
  }

  /** Whether the person can see it. While a dialog of the page is open it makes way, and nothing is to be said. */
  function standing(): PageFacts['overlay'] {
    if (placed?.form === 'none') return 'no-room';
    return dialogOpen() || isSeen(ui.shadowHost) ? 'shown' : 'gone';
  }

  async function report(): Promise<void> {
    draw();
    const overlay = standing();
    const now: PageFacts = { ...readFacts(view.connection?.signInName), ...(overlay && { overlay }) };
    if (same(now, facts)) return;
    facts = now;
    const answer = await sendMessage('page/seen', facts);
    if (answer.is !== 'accompanied') return;
    view = answer.view;
    draw();
  }

  const look = pausing(ctx, () => void report());

  const observer = new MutationObserver((changes) => {
    const host = ui.shadowHost;
    const foreign = !host.isConnected || host.getAttribute('style') !== hostStyle;
    if (!foreign && changes.every(({ target }) => target === host)) return;
    if (foreign && returns < RETURNS) {
      returns += 1;
      if (!host.isConnected) document.documentElement.append(host);
      draw();
    }
    look();
  });
  const begin = (): void => {
    ui.mount();
    draw();
    void report();
    observer.observe(document.documentElement, { childList: true, subtree: true, attributes: true });
  };
  ctx.onInvalidated(() => observer.disconnect());
  ctx.addEventListener(window, 'pageshow', (event) => {
    // Out of the back/forward cache: the run knows nothing of this page any more.
    if (!event.persisted) return;
    facts = {};
    look();
  });
  for (const event of ['scroll', 'resize', 'change', 'input', 'focusout'])
    ctx.addEventListener(window, event as 'scroll', look, { capture: true, passive: true });
  if (document.readyState === 'loading')
    ctx.addEventListener(document, 'DOMContentLoaded', begin, { once: true });
  else begin();
}
