import { createSerial } from '../../flows/ports/serial.ts';
import { browser } from '../browser.ts';
import { session } from '../store/session.ts';
import { guardUrl, isGuard } from './guard-rules.ts';

/**
 * In Firefox a window loses its opener as soon as a page of an extension stands in it (seen on Firefox 153), and the
 * shop that opened it waits for ever. So the guard of such a window stands in a tab of its own.
 */

const STAND_IN = 'stand-in:';

/** More windows than this nobody decides about at a time; of the next one the guard takes the place. */
const MOST = 10;

/** The guard's tab that stands in for a window, and what that showed: its address, as far as we may see it. */
interface StandIn {
  window: number;
  shows?: string;
}

/** Guard's tabs that were opened a moment ago and do not show the guard yet. */
const opening = new Set<number>();

/**
 * Pop-up windows that have loaded nothing since the guard stands in for them, as far as this background has lived to see
 * it, each with what ends the watch over it. Most sites' addresses are not shown to us, so that one that went on looks
 * like one that waits.
 */
const still = new Map<number, () => void>();

type BrowserTab = Awaited<ReturnType<typeof browser.tabs.get>>;

const tabAt = (id: number): Promise<BrowserTab | undefined> => browser.tabs.get(id).catch(() => undefined);

async function all(): Promise<{ guard: number; standIn: StandIn }[]> {
  if (!import.meta.env.FIREFOX) return [];
  const kept = Object.entries(await session.under(STAND_IN));
  return kept.map(([key, standIn]) => ({
    guard: Number(key.slice(STAND_IN.length)),
    standIn: standIn as StandIn,
  }));
}

async function of(guard: number): Promise<StandIn | undefined> {
  if (!import.meta.env.FIREFOX) return undefined;
  return (await session.get(STAND_IN + guard))[STAND_IN + guard] as StandIn | undefined;
}

/** Whether a window still shows what it showed when its address was stopped. */
async function waits({ window, shows }: StandIn): Promise<boolean> {
  const tab = await tabAt(window);
  return tab !== undefined && tab.url === shows;
}

/** The guard's tab that stands in for a tab, while that waits for it. */
export async function standInFor(tabId: number): Promise<number | undefined> {
  for (const { guard, standIn } of await all()) {
    if (standIn.window !== tabId || !isGuard((await tabAt(guard))?.url)) continue;
    if (await waits(standIn)) return guard;
  }
  return undefined;
}

/** Whether a guard's tab stands in for a tab, be that still there or not. */
export async function hasStandIn(tabId: number): Promise<boolean> {
  return (await all()).some(({ standIn }) => standIn.window === tabId);
}

/** The tab that a guard's tab is about: the window for which it stands in, or itself. */
export async function tabBehind(guard: number): Promise<number> {
  return (await of(guard))?.window ?? guard;
}

async function isPopup({ windowId }: BrowserTab): Promise<boolean> {
  const window = await browser.windows.get(windowId ?? -1).catch(() => undefined);
  return window?.type === 'popup';
}

/** Whether a page opened a tab: it may be waiting to hear from it. */
const isOpened = async (tab: BrowserTab): Promise<boolean> =>
  tab.openerTabId !== undefined || (await isPopup(tab));

/** From now on a window that loads something else does not wait any more. */
function watch(window: number): void {
  if (still.has(window)) return;
  const moves = (_: number, { status }: { status?: string | undefined }): void => {
    if (status === 'loading') unwatch(window);
  };
  still.set(window, () => browser.tabs.onUpdated.removeListener(moves));
  browser.tabs.onUpdated.addListener(moves, { tabId: window, properties: ['status'] });
}

/** Whether the window was still waiting. */
function unwatch(window: number): boolean {
  still.get(window)?.();
  return still.delete(window);
}

/** A window for tabs, of the same kind: a window that was opened takes no second one. */
async function windowFor({ windowId, incognito }: BrowserTab): Promise<number | undefined> {
  const windows = await browser.windows.getAll({ windowTypes: ['normal'] });
  const fitting = windows.filter((each) => each.incognito === incognito);
  return (fitting.find(({ id }) => id === windowId) ?? fitting.find(({ focused }) => focused) ?? fitting[0])
    ?.id;
}

async function standIn(tab: BrowserTab): Promise<void> {
  const windowId = await windowFor(tab);
  const jar = tab.cookieStoreId?.startsWith('firefox-container') && { cookieStoreId: tab.cookieStoreId };
  const guard =
    windowId === undefined
      ? (await browser.windows.create({ url: 'about:blank', incognito: tab.incognito, ...jar })).tabs?.[0]
      : await browser.tabs.create({ url: 'about:blank', active: true, windowId, ...jar });
  if (guard?.id === undefined || tab.id === undefined) throw new Error('a tab without an id');
  opening.add(guard.id);
  // Before the guard's page can ask whom it stands in for.
  const kept: StandIn = { window: tab.id, ...(tab.url !== undefined && { shows: tab.url }) };
  await session.set({ [STAND_IN + guard.id]: kept });
  await browser.tabs.update(guard.id, { url: guardUrl() });
  if (guard.windowId !== undefined) await browser.windows.update(guard.windowId, { focused: true });
  if (await isPopup(tab)) watch(tab.id);
}

/** Whether a tab shows the guard, or is about to. */
async function isShown(guard: number): Promise<boolean> {
  const tab = await tabAt(guard);
  if (isGuard(tab?.url)) opening.delete(guard);
  return tab !== undefined && (isGuard(tab.url) || opening.has(guard));
}

/** Of two addresses that end at once the second finds the guard of the first. */
const inTurn = createSerial();

/**
 * Shows the guard for a tab in which an address just ended: beside a window that a page opened, else in its place. Where
 * it is shown already, it is not shown twice, nor brought to the front.
 */
export const showGuard = (tabId: number): Promise<void> => inTurn(() => show(tabId));

async function show(tabId: number): Promise<void> {
  const tab = await tabAt(tabId);
  if (!tab || isGuard(tab.url)) return;
  const known = await all();
  const own = known.find(({ standIn }) => standIn.window === tabId);
  if (own && (await isShown(own.guard))) {
    await session.set({
      [STAND_IN + own.guard]: { window: tabId, ...(tab.url !== undefined && { shows: tab.url }) },
    });
    return;
  }
  const beside = known.length < MOST && (await isOpened(tab));
  if (beside) await standIn(tab).catch(() => browser.tabs.update(tabId, { url: guardUrl() }));
  else await browser.tabs.update(tabId, { url: guardUrl() });
}

/** The window has its address: the tab that stood in for it is not needed any more. */
export async function dismiss(guard: number): Promise<void> {
  await session.remove(STAND_IN + guard);
  await browser.tabs.remove(guard).catch(() => undefined);
}

/**
 * A guard's tab was closed. A pop-up window that still waits for it goes with it, as the guard's own would have. A tab
 * stays: what it shows is the user's, and not seen by us.
 */
export async function standInClosed(tabId: number): Promise<void> {
  opening.delete(tabId);
  const own = await of(tabId);
  if (!own) return;
  await session.remove(STAND_IN + tabId);
  if (unwatch(own.window)) await browser.tabs.remove(own.window).catch(() => undefined);
}
