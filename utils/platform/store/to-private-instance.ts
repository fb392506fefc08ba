import { readAddress } from '../../domain/address/address.ts';
import type { Stop } from '../../flows/ports/runs.ts';
import { browser } from '../browser.ts';
import { IN_PRIVATE_INSTANCE } from '../instance.ts';

const HANDED = 'handed';

/** How long an address waits for the private window's guard page: ms. */
const HANDED_LIFE = 30_000;

/**
 * Hands an authorise address to the instance of private windows, whose guard page asks for it. The address cannot be
 * opened there itself: that instance only begins with its first window, and hears nothing of the first request (seen
 * on Chromium 156, where 50 ms later it did).
 */
export async function handOver(url: string): Promise<void> {
  await browser.storage.session.set({ [HANDED]: { url, at: Date.now() } });
}

/** Takes the address back: no window opened for it. */
export function takeBack(): Promise<void> {
  return browser.storage.session.remove(HANDED);
}

/** The address that a normal window handed over, once. */
export async function takeOver(): Promise<Stop | undefined> {
  if (!IN_PRIVATE_INSTANCE) return undefined;
  const handed = (await browser.storage.session.get(HANDED))[HANDED] as
    | { url: string; at: number }
    | undefined;
  if (!handed) return undefined;
  await browser.storage.session.remove(HANDED);
  const { request } = readAddress(handed.url);
  return request && Date.now() - handed.at < HANDED_LIFE ? { ...request, at: handed.at } : undefined;
}
