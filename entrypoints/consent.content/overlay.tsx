import { render } from 'preact';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { createShadowRootUi } from 'wxt/utils/content-script-ui/shadow-root';
import steps from '@/components/steps.css?inline';
import { type Placement, placeOverlay, type Size } from '@/utils/domain/placement.ts';
import type { PageFacts } from '@/utils/flows/pages.ts';
import type { OverlayView } from '@/utils/flows/views.ts';
import { sendMessage } from '@/utils/messages.ts';
import { Card, Pill } from './Card.tsx';
import { readFacts } from './facts.ts';
import { dialogOpen, obstacles } from './obstacles.ts';
import css from './overlay.css?inline';

type MakeUi = (options: Parameters<typeof createShadowRootUi>[1]) => ReturnType<typeof createShadowRootUi>;

/** The page may change many times a second; it is looked at again after this pause: ms. */
const PAUSE = 150;

/** A page that takes the overlay away this often does not want it; the pop-up says the same. */
const RETURNS = 25;

const CARD_WIDTH = 300;
const PILL: Size = { width: 48, height: 48 };

/** Sets styles that the page's own sheets cannot outrank. */
function style(element: HTMLElement, properties: Record<string, string>): void {
  for (const [name, value] of Object.entries(properties)) element.style.setProperty(name, value, 'important');
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
export async function accompany(
  ctx: ContentScriptContext,
  first: OverlayView,
  makeUi: MakeUi,
): Promise<void> {
  let view = first;
  let folded = false;
  let facts: PageFacts = {};
  let placed: Placement | undefined;
  let returns = 0;
  let box: HTMLElement | undefined;

  const ui = await makeUi({
    name: 'grantkeeper-overlay',
    position: 'inline',
    anchor: 'html',
    append: 'last',
    mode: 'closed',
    isolateEvents: true,
    // The reset would outrank where the box stands; the host below resets itself.
    inheritStyles: true,
    onMount: (container, shadow, host) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css + steps);
      shadow.adoptedStyleSheets = [sheet];
      style(host, { all: 'initial', position: 'fixed', 'z-index': '2147483647', 'pointer-events': 'auto' });
      // A person's own style sheet may space the text out (WCAG 1.4.12).
      for (const spacing of ['letter-spacing', 'word-spacing', 'line-height'])
        host.style.setProperty(spacing, 'normal');
      box = container;
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
    const { form, x, y, width } = placed;
    const visibility = form === 'none' || dialogOpen() ? 'hidden' : 'visible';
    style(host, { visibility, left: `${x}px`, top: `${y}px`, width: `${width}px` });
    const fold = (next: boolean) => () => {
      folded = next;
      draw();
    };
    render(
      form === 'pill' ? (
        <Pill view={view} onUnfold={fold(false)} />
      ) : (
        <Card view={view} onFold={fold(true)} onReopen={() => sendMessage('page/reopen')} />
      ),
      box,
    );
    // What was just written may need more room than what was measured.
    if (again && form === 'card' && cardSize().height !== card.height) draw(false);
  }

  async function report(): Promise<void> {
    const now = readFacts();
    if (!same(now, facts)) {
      facts = now;
      const answer = await sendMessage('page/seen', facts);
      if (answer.is === 'accompanied') view = answer.view;
    }
    draw();
  }

  const look = pausing(ctx, () => void report());

  const observer = new MutationObserver((changes) => {
    if (changes.every(({ target }) => target === ui.shadowHost)) return;
    if (!ui.shadowHost.isConnected && returns < RETURNS) {
      returns += 1;
      document.documentElement.append(ui.shadowHost);
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
  for (const event of ['scroll', 'resize', 'change', 'input'])
    ctx.addEventListener(window, event as 'scroll', look, { capture: true, passive: true });
  if (document.readyState === 'loading')
    ctx.addEventListener(document, 'DOMContentLoaded', begin, { once: true });
  else begin();
}
