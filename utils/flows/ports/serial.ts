/** Runs tasks one after the other, in the order in which they were given. */
export type Serial = <T>(task: () => Promise<T>) => Promise<T>;

/** Begins a line. A task that fails does not hold up the ones behind it. */
export function createSerial(): Serial {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task, task);
    last = mine.catch(() => undefined);
    return mine;
  };
}
