import { useEffect, useState } from 'preact/hooks';
import { Guide } from './guide/Guide.tsx';
import { Practice } from './practice/Practice.tsx';

/** What the address names: the practice, or how everything works. */
export function Help() {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const heard = (): void => setHash(location.hash);
    addEventListener('hashchange', heard);
    return () => removeEventListener('hashchange', heard);
  }, []);
  return hash === '#try' ? <Practice /> : <Guide asked={hash.slice(1)} />;
}
