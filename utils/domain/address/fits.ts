import type { Page } from '../marketplaces/definition/schema.ts';
import type { UrlParts } from './url-parts.ts';

/** A literal, or one that ends in `*` for whatever follows. */
function segmentFits(wanted: string, actual: string): boolean {
  return wanted.endsWith('*') ? actual.startsWith(wanted.slice(0, -1)) : wanted === actual;
}

/** Matches a path against a definition's pattern; returns the segment at `{app}`, or undefined if it does not match. */
export function pathFit(pattern: string, path: readonly string[]): { app?: string } | undefined {
  const wanted = pattern.split('/').filter(Boolean);
  const open = wanted.at(-1) === '**';
  if (open) wanted.pop();
  if (open ? path.length < wanted.length : path.length !== wanted.length) return undefined;
  let app: string | undefined;
  for (const [index, segment] of wanted.entries()) {
    const actual = path[index] ?? '';
    if (segment === '{app}') app = actual;
    else if (!segmentFits(segment.toLowerCase(), actual.toLowerCase())) return undefined;
  }
  return { app };
}

/** Whether an address has the parameters that a definition asks for. */
export function queryFits(conditions: NonNullable<Page['query']>, parts: UrlParts): boolean {
  return Object.entries(conditions).every(([name, condition]) => {
    const values = parts.query.get(name.toLowerCase());
    if (condition === 'absent') return values === undefined;
    if (condition === 'present') return values !== undefined;
    if (condition === 'filled') return values?.some(Boolean) ?? false;
    return values?.every((value) => value.toLowerCase() === condition.is) ?? false;
  });
}

/** Whether one of these parameters is there; true where none is asked for. */
export function anyFits(names: Page['anyOf'], parts: UrlParts): boolean {
  return names?.some((name) => parts.query.has(name.toLowerCase())) ?? true;
}
