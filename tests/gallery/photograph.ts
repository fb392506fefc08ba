import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserKind } from '../driver/types.ts';
import { GALLERY } from './build.ts';
import { LANGUAGES, surfaces, THEMES } from './surfaces.ts';
import { openViewer } from './viewer.ts';

interface Wanted {
  browser: BrowserKind;
  /** A surface, or a surface and a state with a slash between; all where nothing is said. */
  only?: string | undefined;
}

/** Takes a picture of every state in each language, theme and width; returns how many. */
export async function photograph({ browser, only }: Wanted): Promise<number> {
  const viewer = await openViewer(browser);
  let taken = 0;
  try {
    for (const { name, states, widths, height } of surfaces) {
      for (const state of states) {
        if (only !== undefined && ![name, `${name}/${state}`].includes(only)) continue;
        const folder = join(GALLERY, 'pictures', browser, name);
        await mkdir(folder, { recursive: true });
        for (const language of LANGUAGES) {
          await viewer.show({ surface: name, state, language, theme: 'light' }, { width: 1280, height: 720 });
          for (const theme of THEMES) {
            await viewer.turn(theme);
            for (const width of widths) {
              await viewer.resize({ width, height: 720 });
              await viewer.rest();
              const path = join(folder, `${state}-${language}-${theme}-${width}.png`) as `${string}.png`;
              await viewer.page.screenshot({ path, fullPage: height === undefined });
              taken += 1;
            }
          }
        }
      }
    }
  } finally {
    await viewer.close();
  }
  return taken;
}
