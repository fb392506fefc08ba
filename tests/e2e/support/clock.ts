import type { ExtensionScope, Stage } from './harness.ts';

/** Sets the clock of the extension, in the build that lets it be set; an alarm that was slept over rings. */
export async function itIs({ browser }: Stage, instant: number): Promise<void> {
  await browser.background(async (at) => {
    const { chrome } = globalThis as unknown as ExtensionScope;
    await chrome.storage.local.set({ 'test-clock': at - Date.now() });
  }, instant);
}
