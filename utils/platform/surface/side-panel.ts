import { browser } from '../browser.ts';

/** The part of Chromium's API for its side panel that is used here; Firefox has a sidebar. */
interface SidePanel {
  open(where: { windowId: number }): Promise<void>;
}

/** Whether this page stands in the side panel. */
export const isInSidePanel = (): boolean => new URLSearchParams(location.search).get('in') === 'panel';

/** The window of this page, to be known before somebody clicks: the browser wants the gesture, and waits for nothing. */
export async function ownWindow(): Promise<number | undefined> {
  return (await browser.windows.getCurrent().catch(() => undefined))?.id;
}

/**
 * Opens the side panel (Chromium) or the sidebar (Firefox) of a window. To be called first thing in a click's handler.
 *
 * @param windowId What {@link ownWindow} told.
 */
export function openSidePanel(windowId: number): Promise<void> {
  if (import.meta.env.FIREFOX) return browser.sidebarAction.open();
  const { chrome } = globalThis as { chrome?: { sidePanel?: SidePanel } };
  return chrome?.sidePanel?.open({ windowId }) ?? Promise.resolve();
}
