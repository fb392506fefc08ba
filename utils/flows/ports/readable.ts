import type { Ports } from './ports.ts';

/** What a read of the database gives; nothing where it refuses, which is noted for the person to be told. */
export function readable<T>({ health }: Pick<Ports, 'health'>, reading: Promise<T[]>): Promise<T[]> {
  return reading.catch(async (error: unknown) => {
    await health.database(true, error);
    return [];
  });
}
