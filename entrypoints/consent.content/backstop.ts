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
  return () => {
    root.style.removeProperty('visibility');
    root.inert = false;
  };
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
