import { useEffect, useState } from 'preact/hooks';
import { type Section, sections } from './sections.ts';

/** What the dashboard shows: a section, and what the address names in it. */
export interface Route {
  section: Section;
  detail?: string;
}

/** Reads `#section/detail`; the first section where it names none that there is. */
export function routeOf(hash: string): Route {
  const [name, detail] = hash.replace(/^#/, '').split('/');
  const section = sections.find(({ id }) => id === name);
  return section
    ? { section, ...(detail && { detail: decodeURIComponent(detail) }) }
    : { section: sections[0] };
}

/** The route that the address names now. */
export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const heard = (): void => setHash(location.hash);
    addEventListener('hashchange', heard);
    return () => removeEventListener('hashchange', heard);
  }, []);
  return routeOf(hash);
}
