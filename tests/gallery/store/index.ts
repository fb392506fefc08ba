import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import WebP from 'node-webpmux';
import { buildGallery } from '../build.ts';
import { LANGUAGES, type Look } from '../surfaces.ts';
import { openViewer } from '../viewer.ts';
import { FRAMES, slide, tile } from './slide.ts';
import { captionsIn, PICTURES, RENEWAL, type Shown } from './slides.ts';

/**
 * `npm run store`: the stores' pictures in each language, the tiles, and README's moving picture, all from the gallery:
 * made-up data, no browser session. Chrome Web Store and Edge take 1280 × 800 and 640 × 400 and tiles of 440 × 280 and
 * 1400 × 560, Firefox Add-ons 1280 × 800.
 * Source: developer.chrome.com/docs/webstore/images, learn.microsoft.com, Microsoft Edge, Publish an extension.
 */
const root = join(import.meta.dirname, '../../..');
const FRAME_MS = 2200;

const TILES = [
  { name: 'tile-small', width: 440, height: 280 },
  { name: 'tile-large', width: 1400, height: 560 },
];

await buildGallery();
const viewer = await openViewer();

/** A state of the gallery as it stands in its frame: a `data:` picture, twice as fine as it is shown. */
async function stateOf({ surface, state, frame }: Shown, language: Look['language']): Promise<string> {
  await viewer.show(
    { surface, state, language, theme: 'light' },
    { ...FRAMES[frame].seen, deviceScaleFactor: 2 },
  );
  // Behind the card stands a page of nobody's: the picture draws it.
  if (frame === 'card') await viewer.page.addStyleTag({ content: 'body > main { visibility: hidden }' });
  return `data:image/png;base64,${await viewer.page.screenshot({ encoding: 'base64' })}`;
}

/** Opens a picture to be taken. */
async function open(html: string, size: { width: number; height: number }, scale = 1): Promise<void> {
  await viewer.page.setViewport({ ...size, deviceScaleFactor: scale });
  await viewer.page.setContent(html, { waitUntil: 'load' });
}

const SLIDE = { width: 1280, height: 800 };
try {
  for (const language of LANGUAGES) {
    const folder = join(root, 'store/pictures', language);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const captions = captionsIn(language);
    for (const [index, shown] of PICTURES.entries()) {
      const html = slide(shown.frame, await stateOf(shown, language), captions[index] ?? '', language);
      for (const [scale, width] of [
        [1, 1280],
        [0.5, 640],
      ] as const) {
        await open(html, SLIDE, scale);
        await viewer.page.screenshot({ path: join(folder, `${index + 1}-${width}.png`) as `${string}.png` });
      }
    }
    for (const { name, ...size } of TILES) {
      await open(tile(captions[0] ?? '', language), size);
      await viewer.page.screenshot({ path: join(folder, `${name}.png`) as `${string}.png` });
    }
  }

  const frames = [];
  for (const shown of RENEWAL) {
    await open(slide(shown.frame, await stateOf(shown, 'en'), shown.caption, 'en'), SLIDE, 0.75);
    const still = new WebP.Image();
    await still.load(Buffer.from(await viewer.page.screenshot({ type: 'webp', quality: 82 })));
    frames.push(await WebP.Image.generateFrame({ img: still, delay: FRAME_MS }));
  }
  await WebP.Image.save(join(root, 'docs/renewal.webp'), {
    width: SLIDE.width * 0.75,
    height: SLIDE.height * 0.75,
    frames,
    loops: 0,
  });
} finally {
  await viewer.close();
}
console.log('The pictures stand in store/pictures, README’s in docs/renewal.webp.');
