import { bounded, type ConsentRequest } from '../../domain/address/address.ts';
import type { Ports } from '../ports/ports.ts';

/** What the browser tells of an address beside the address. */
export interface Seen {
  /** It was stopped for sure: the browser has gone to the guard, or the tab shows what it showed before. */
  sure?: 'at-guard' | 'ended';
  /** A form was sent there by a page that is not the marketplace's. */
  posted?: true;
  /** The host of the page that began it, where one did. */
  by?: string;
}

/**
 * Notes what the guard stopped in a tab. A tab that was closed before this event was handled shows nothing any more,
 * and nobody will say once more that it is closed: its address is a secret, and is not kept.
 *
 * @param tabId Undefined where a page's own worker asked.
 */
export async function noteStop(
  { stops, tabs, clock }: Pick<Ports, 'stops' | 'tabs' | 'clock'>,
  tabId: number | undefined,
  request: ConsentRequest,
  { sure, by }: Seen = {},
): Promise<void> {
  const stop = { ...bounded(request), at: clock.now(), ...(by !== undefined && { by }) };
  await stops.put(tabId, stop);
  if (tabId !== undefined && sure === 'ended') await tabs.showGuard(tabId);
  if (tabId !== undefined && (await tabs.where(tabId)) === undefined) await stops.drop(tabId, stop.url);
}
