import { useEffect, useState } from 'preact/hooks';

/** Data that is read anew whenever something may have changed; undefined until it is there. */
export function useLive<T>(
  read: () => Promise<T>,
  onChanged: (listener: () => void) => () => void,
): T | undefined {
  const [value, setValue] = useState<T>();
  useEffect(() => {
    let newest = 0;
    const load = async (): Promise<void> => {
      newest += 1;
      const mine = newest;
      const result = await read();
      if (mine === newest) setValue(() => result);
    };
    void load();
    return onChanged(() => void load());
  }, [read, onChanged]);
  return value;
}
