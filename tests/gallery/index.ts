import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildGallery, GALLERY } from './build.ts';
import { photograph } from './photograph.ts';

/**
 * `npm run gallery`: every part and every surface in each state, language and theme, from made-up data, as pages to
 * open. `--pictures` photographs them with an installed browser (`--browser firefox` for the other one); `--only guard`
 * or `--only guard/usual` takes those alone, and keeps the earlier pictures of all others.
 */
const { values } = parseArgs({
  options: {
    pictures: { type: 'boolean', default: false },
    browser: { type: 'string', default: 'chromium' },
    only: { type: 'string' },
  },
});

await buildGallery();
console.log(`The gallery stands in ${GALLERY}/index.html`);
if (values.pictures) {
  const browser = values.browser === 'firefox' ? 'firefox' : 'chromium';
  const pictures = join(GALLERY, 'pictures', browser);
  if (!values.only) await rm(pictures, { recursive: true, force: true });
  console.log(`${await photograph({ browser, only: values.only })} pictures stand in ${pictures}`);
}
