import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Look } from '../surfaces.ts';
import type { Shown } from './slides.ts';

const root = join(import.meta.dirname, '../../..');
const logo = `data:image/svg+xml;base64,${readFileSync(join(root, 'public/icon/grantkeeper.svg'), 'base64')}`;
const tokens = readFileSync(join(root, 'components/styles/tokens.css'), 'utf8');

interface Size {
  width: number;
  height: number;
}

/** The window in which a state is looked at, and how large that stands in the picture: CSS px. */
export const FRAMES: Record<Shown['frame'], { seen: Size; shown: Size }> = {
  page: { seen: { width: 760, height: 450 }, shown: { width: 1080, height: 640 } },
  wide: { seen: { width: 1366, height: 810 }, shown: { width: 1080, height: 640 } },
  popup: { seen: { width: 480, height: 600 }, shown: { width: 512, height: 640 } },
  card: { seen: { width: 312, height: 700 }, shown: { width: 1080, height: 640 } },
};

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Grey bars where a marketplace's page would be: nobody's page is shown. */
const SKELETON = `<div class="skeleton"><i class="bar" style="width:30%;height:28px"></i>
${[70, 64, 68, 40, 66, 58].map((width) => `<i class="bar" style="width:${width}%"></i>`).join('')}
<i class="bar" style="width:160px;height:44px"></i></div>`;

const STYLE = `${tokens}
* { box-sizing: border-box }
body { margin: 0; width: 1280px; height: 800px; overflow: hidden; font-family: var(--font); color: var(--ink);
  background: var(--brand-tint) }
header { height: 128px; padding: 0 64px; display: flex; align-items: center; gap: 20px;
  font-size: 34px; font-weight: 650; line-height: 1.15; letter-spacing: -0.01em }
header img { width: 56px; height: 56px; flex: none }
.stage { height: 640px; display: flex; justify-content: center }
.window { position: relative; overflow: hidden; background: var(--paper); border: 1px solid var(--line);
  border-radius: var(--radius-large); box-shadow: var(--floating) }
.window > img { display: block; width: 100%; height: 100% }
.window.card { background: #fff }
.window.card > img { position: absolute; right: 8px; top: 8px; width: 446px; height: auto }
.skeleton { padding: 56px 48px; width: 640px; display: grid; gap: 22px }
.bar { display: block; height: 16px; border-radius: 8px; background: #e6eaee }
.tile { height: 100vh; display: flex; flex-direction: column; justify-content: center; gap: 20px; padding: 0 9vw }
.tile b { font-size: 9vh; display: flex; align-items: center; gap: 3vh } .tile b img { width: 18vh; height: 18vh }
.tile p { margin: 0; font-size: 7vh; line-height: 1.3; color: var(--soft); max-width: 24em }
`;

const page = (language: string, body: string, more = ''): string =>
  `<!doctype html><html lang="${language}" style="color-scheme: light"><meta charset="utf-8"><title>Grantkeeper</title>
<style>${STYLE}${more}</style><body>${body}`;

/** A picture of 1280 × 800 CSS px: a caption, and below it a state of the gallery (a `data:` picture) in its frame. */
export function slide(
  frame: Shown['frame'],
  state: string,
  caption: string,
  language: Look['language'],
): string {
  const { width, height } = FRAMES[frame].shown;
  const content = `${frame === 'card' ? SKELETON : ''}<img src="${state}" alt="">`;
  return page(
    language,
    `<header><img src="${logo}" alt="">${escaped(caption)}</header><div class="stage"><div class="window ${frame}"
style="width:${width}px;height:${height}px">${content}</div></div>`,
  );
}

/** A tile for a store's front page: mark, name and one line, in any size. */
export function tile(line: string, language: Look['language']): string {
  return page(
    language,
    `<div class="tile"><b><img src="${logo}" alt="">Grantkeeper</b><p>${escaped(line)}</p></div>`,
    'body { width: 100vw; height: 100vh }',
  );
}
