import { i18n } from '#i18n';

/** What stands between a page and a press. */
export interface Veil {
  lift(): void;
  /** The page stays unusable, and says so; resolves when the user wants it tried once more. */
  stuck(): Promise<void>;
}

/**
 * Makes a page that asks for a grant unusable until we know that it was let through.
 *
 * Where a page's own service worker answers from its cache, no request is made and no rule applies (Chromium 156);
 * this is what stands between that page and a press.
 */
export function veil(): Veil {
  const root = document.documentElement;
  let note: HTMLElement | undefined;
  let late: ReturnType<typeof setTimeout> | undefined;
  const hide = (): void => {
    root.style.setProperty('visibility', 'hidden', 'important');
    root.inert = true;
    late = setTimeout(() => {
      note = notice(i18n.t('failure.hiddenPage'));
      root.append(note);
    }, NOTICE_AFTER);
  };
  const quiet = (): void => {
    clearTimeout(late);
    note?.remove();
  };
  hide();
  return {
    lift() {
      quiet();
      root.style.removeProperty('visibility');
      root.inert = false;
    },
    async stuck() {
      quiet();
      await askAgain(root);
      hide();
    },
  };
}

/** Shows a sentence and a button in place of the page, which stays hidden and inert. */
function askAgain(root: HTMLElement): Promise<void> {
  const host = document.createElement('div');
  const dialog = document.createElement('dialog');
  const text = document.createElement('p');
  const again = document.createElement('button');
  text.textContent = i18n.t('backstop.text');
  again.textContent = i18n.t('backstop.again');
  host.style.setProperty('visibility', 'visible', 'important');
  dialog.style.cssText = 'max-width:420px;padding:24px;font:16px/1.5 system-ui,sans-serif';
  dialog.append(text, again);
  host.attachShadow({ mode: 'closed' }).append(dialog);
  root.append(host);
  // A modal dialog makes the page behind it inert by itself.
  root.inert = false;
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('cancel', (event) => event.preventDefault());
    again.addEventListener('click', ({ isTrusted }) => {
      if (!isTrusted) return;
      host.remove();
      resolve();
    });
  });
}

/** A page that is hidden and says nothing would be taken for broken: ms until it says why. */
const NOTICE_AFTER = 4000;

/** Words over a hidden page, in a tree that its scripts and styles do not reach. */
function notice(text: string): HTMLElement {
  const host = document.createElement('grantkeeper-notice');
  host.setAttribute(
    'style',
    'all: initial !important; visibility: visible !important; position: fixed !important; inset: 0 !important; z-index: 2147483647 !important;',
  );
  const words = document.createElement('p');
  words.textContent = text;
  words.setAttribute(
    'style',
    'max-width: 32rem; margin: 4rem auto; padding: 1.5rem; border: 1px solid; border-radius: 8px; font: 16px/1.5 system-ui, sans-serif; color: CanvasText; background: Canvas; color-scheme: light dark;',
  );
  words.setAttribute('role', 'alert');
  host.attachShadow({ mode: 'closed' }).append(words);
  return host;
}

/**
 * Stops the page's loading where the site's own worker may have answered it without a request: its scripts would ask
 * the marketplace for the rest. A reload is let load: it is how an allowed page comes back after this (see below).
 *
 * @returns how to let the page load after all, or undefined where it was not stopped.
 */
export function stopIfServedByWorker(): (() => void) | undefined {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (!entry || entry.workerStart === 0 || entry.type === 'reload') return undefined;
  window.stop();
  return () => location.reload();
}
