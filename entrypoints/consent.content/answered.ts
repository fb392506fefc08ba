/** How often an unanswered page asks again, and after which pause: ms. */
const TRIES = 5;
const PAUSE = 300;

/** Asks until somebody answers; undefined where nobody does. */
export async function answered<T>(ask: () => Promise<T | undefined>): Promise<T | undefined> {
  for (let left = TRIES; left > 0; left -= 1) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return undefined;
}
