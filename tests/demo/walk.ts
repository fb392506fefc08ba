import { join, relative } from 'node:path';
import { type LaunchOptions, launch } from '../driver/index.ts';
import { awake, type Stage } from '../e2e/support/harness.ts';
import { startSimulator } from '../simulator/index.ts';
import { newAlbum } from './album.ts';
import { walkWithout } from './control.ts';
import { amazon, ebay } from './places.ts';
import { buildExtension, built, findChromium, root } from './prepare.ts';
import { walkWith } from './renewal.ts';
import { scenes } from './scenes/index.ts';
import { tell, tellHeading } from './telling.ts';

type Theme = NonNullable<LaunchOptions['colorScheme']>;

/** A simulator and a browser that knows nothing else, for as long as `play` takes. */
async function onStage<R>(
  options: Omit<LaunchOptions, 'port'>,
  play: (stage: Stage) => Promise<R>,
): Promise<R> {
  const simulator = await startSimulator();
  try {
    const viewport = { width: 1280, height: 860 };
    const browser = await launch('chromium', { port: simulator.port, viewport, ...options });
    try {
      return await play({ browser, simulator });
    } finally {
      await browser.close();
    }
  } finally {
    await simulator.close();
  }
}

/** As if nothing had happened before. */
async function afresh({ browser, simulator }: Stage): Promise<void> {
  simulator.reset();
  await browser.reset();
  await awake(browser);
}

/**
 * Walks the main job at Amazon and eBay, without the extension and with it, and then past every surface.
 *
 * @returns whether the right account got every grant of the main job
 */
export async function walkAll(colorScheme: Theme): Promise<boolean> {
  tellHeading('Before');
  tell('Chromium', await findChromium());
  await buildExtension();
  tell('Extension', `built in ${relative(root, built)}`);
  const album = await newAlbum(join(root, '.output/demo', colorScheme === 'dark' ? 'dark' : ''));

  tellHeading('Without Grantkeeper: Bert’s old session is in the browser, Anna’s software asks');
  await onStage({ colorScheme }, async (stage) => {
    for (const place of [amazon, ebay]) await walkWithout(stage, place, album);
  });

  return onStage({ colorScheme, extension: built }, async (stage) => {
    await awake(stage.browser);
    for (const place of [amazon, ebay]) {
      tellHeading(`With Grantkeeper: ${place.name}`);
      if (!(await walkWith(stage, place, album))) {
        tellHeading('The wrong account got the grant.');
        return false;
      }
      await afresh(stage);
    }
    tellHeading('All that can be seen');
    for (const [name, play] of Object.entries(scenes)) {
      const before = album.size;
      await play(stage, album);
      const more = album.size - before;
      tell(name, more === 1 ? '1 picture' : `${more} pictures`);
      await afresh(stage);
    }
    tellHeading(
      `The right account got both grants. ${album.size} pictures are in ${relative(root, album.folder)}.`,
    );
    return true;
  });
}
