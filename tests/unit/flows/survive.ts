import type { App } from '@/utils/flows/app.ts';
import type { World } from '../../fakes/world.ts';
import { worker } from './journey.ts';

/**
 * Does something with a worker that dies at its n-th call to the outside: that call, and all that waits for it, never
 * comes back. Tells how many calls were made.
 */
export async function die(
  world: World,
  diesAt: number,
  task: (app: App) => Promise<unknown>,
): Promise<number> {
  let calls = 0;
  let awake = false;
  const { promise: died, resolve } = Promise.withResolvers<void>();
  const app = await worker(world, () => {
    if (awake) calls += 1;
    if (calls < diesAt) return Promise.resolve();
    resolve();
    return new Promise(() => {});
  });
  awake = true;
  await Promise.race([task(app), died]);
  return calls;
}

/** The same, and the next worker wakes in either case. */
export async function survive(
  world: World,
  diesAt: number,
  task: (app: App) => Promise<unknown>,
): Promise<number> {
  const calls = await die(world, diesAt, task);
  await worker(world);
  return calls;
}
