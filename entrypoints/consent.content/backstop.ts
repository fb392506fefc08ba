import { i18n } from '#i18n';

/**
 * Makes a page that asks for a grant unusable until we know that it was let through.
 *
 * Where a page's own service worker answers from its cache, no request is made and no rule applies (Chromium 156);
 * this is what stands between that page and a press. Returns how to lift it.
 */
export function veil(): () => void {
  const root = document.documentElement;
  root.style.setProperty('visibility', 'hidden', 'important');
  root.inert = true;
  let note: HTMLElement | undefined;
  const late = setTimeout(() => {
    note = notice(i18n.t('failure.hiddenPage'));
    root.append(note);
  }, NOTICE_AFTER);
  return () => {
    clearTimeout(late);
    note?.remove();
    root.style.removeProperty('visibility');
    root.inert = false;
  };
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
