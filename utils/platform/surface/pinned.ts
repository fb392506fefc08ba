import { browser } from '../browser.ts';

/** Whether the button stands on the toolbar itself; undefined where the browser does not say. */
export async function isPinned(): Promise<boolean | undefined> {
  const told = await browser.action.getUserSettings?.().catch(() => undefined);
  return told?.isOnToolbar;
}

/** Calls back when the user pins the button or takes it off, and when they come back to this page; returns how to stop that. */
export function onPinned(listener: () => void): () => void {
  browser.action.onUserSettingsChanged?.addListener(listener);
  addEventListener('focus', listener);
  return () => {
    browser.action.onUserSettingsChanged?.removeListener(listener);
    removeEventListener('focus', listener);
  };
}
