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
