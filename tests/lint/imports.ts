import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** An import, types included: from a file to a file of ours (from the top) or to a package. */
export interface Import {
  from: string;
  to: string;
}

/** Every import in the sources below a folder. */
export function importsIn(folder: string): Import[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const path = join(folder, file);
      const source = readFileSync(join(root, path), 'utf8');
      const targets = source.matchAll(/^(?:import|export|\}) ?[^'"]*?(?:from )?'([^']+)';?$/gm);
      return [...targets].map(([, to = '']) => ({ from: path, to: target(path, to) }));
    });
}

function target(from: string, to: string): string {
  if (to.startsWith('@/')) return to.slice(2);
  return to.startsWith('.') ? relative(root, resolve(root, from, '..', to)) : to;
}
