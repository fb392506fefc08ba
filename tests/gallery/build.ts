import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { parseMessagesFile } from '@wxt-dev/i18n/build';
import { build, type Plugin } from 'vite';
import { addressOf, LANGUAGES, type Surface, surfaces, THEMES } from './surfaces.ts';

const root = join(import.meta.dirname, '../..');
export const GALLERY = join(root, '.output/gallery');

/** The texts of all languages, in the form in which the browser has them; plurals stand beside each other. */
async function allMessages(): Promise<Record<string, Record<string, string>>> {
  const languages = LANGUAGES.map(async (language) => {
    const parsed = await parseMessagesFile(join(root, `utils/locales/${language}.yml`));
    const texts = parsed.map((message) => [
      message.key.join('_'),
      message.type === 'plural' ? Object.values(message.plurals).join(' | ') : message.message,
    ]);
    return [language, Object.fromEntries(texts)];
  });
  return Object.fromEntries(await Promise.all(languages));
}

function messagesPlugin(): Plugin {
  return {
    name: 'gallery-messages',
    resolveId: (id) => (id === 'virtual:messages' ? `\0${id}` : undefined),
    load: async (id) =>
      id === '\0virtual:messages' ? `export default ${JSON.stringify(await allMessages())}` : undefined,
  };
}

/** One script and one sheet a surface: pages that are opened as files load no modules. */
async function buildSurface({ name }: Surface): Promise<void> {
  const isMarkup = ['card', 'help', 'import', 'parts', 'practice'].includes(name);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [messagesPlugin(), preact()],
    resolve: { alias: { '@': root, '#i18n': join(root, '.wxt/i18n/index.ts') } },
    define: { 'import.meta.env.FIREFOX': 'false', 'import.meta.env.BROWSER': '"chrome"' },
    build: {
      outDir: GALLERY,
      emptyOutDir: false,
      copyPublicDir: false,
      cssCodeSplit: false,
      minify: false,
      target: ['chrome148', 'firefox147'],
      rolldownOptions: {
        input: join(import.meta.dirname, `entries/${name}.ts${isMarkup ? 'x' : ''}`),
        output: { format: 'iife', entryFileNames: `${name}.js`, assetFileNames: `${name}[extname]` },
      },
    },
  });
  const sheet = existsSync(join(GALLERY, `${name}.css`)) ? `<link rel="stylesheet" href="${name}.css">` : '';
  await writeFile(
    join(GALLERY, `${name}.html`),
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Grantkeeper</title>${sheet}<body><div id="app"></div><script src="${name}.js"></script>`,
  );
}

/** A page that leads to every state. */
function indexPage(): string {
  const lists = surfaces.map(({ name, states }) => {
    const rows = states.map((state) => {
      const links = LANGUAGES.flatMap((language) =>
        THEMES.map((theme) => {
          const look = { surface: name, state, language, theme };
          return `<a href="${addressOf(look)}">${language} ${theme}</a>`;
        }),
      );
      return `<tr><th>${state}</th><td>${links.join(' · ')}</td></tr>`;
    });
    return `<h2>${name}</h2><table>${rows.join('')}</table>`;
  });
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Gallery – Grantkeeper</title>
<style>body{font:14px system-ui;margin:24px}th{text-align:start;padding-inline-end:16px}</style><h1>Gallery</h1>${lists.join('')}`;
}

/** Builds every surface into `.output/gallery`. Pictures that were taken there earlier are kept. */
export async function buildGallery(): Promise<void> {
  await mkdir(GALLERY, { recursive: true });
  for (const entry of await readdir(GALLERY))
    if (entry !== 'pictures') await rm(join(GALLERY, entry), { recursive: true, force: true });
  for (const surface of surfaces) await buildSurface(surface);
  await writeFile(join(GALLERY, 'index.html'), indexPage());
}
