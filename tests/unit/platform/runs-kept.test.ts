import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { KeptRun } from '@/utils/flows/ports/runs.ts';

/** As a worker that has just started sees what lies in the browser's memory. */
async function newLife() {
  vi.resetModules();
  const [{ memory }, { asides }] = await Promise.all([
    import('@/utils/platform/store/run-store.ts'),
    import('@/utils/platform/store/cookies-aside.ts'),
  ]);
  return { memory, asides };
}

const runOf = (id: string, more: object = {}): KeptRun => ({
  run: { id, phase: 'awaiting', ...more } as KeptRun['run'],
  pending: [],
});

beforeEach(() => fakeBrowser.reset());

describe('a run in memory', () => {
  it('is there for the worker’s next life, as it was last put', async () => {
    const first = await newLife();
    await first.memory.put(runOf('one'));
    await first.memory.put(runOf('two'));
    await first.memory.put(runOf('one', { phase: 'consenting' }));
    for (const { memory } of [first, await newLife()]) {
      expect(await memory.all()).toHaveLength(2);
      expect(await memory.get('one')).toEqual(runOf('one', { phase: 'consenting' }));
    }
  });

  it('is gone from both once it is forgotten', async () => {
    const first = await newLife();
    await first.memory.put(runOf('one'));
    await first.memory.put(runOf('old', { phase: 'ended', endedAt: 5 }));
    await first.memory.put(runOf('late', { phase: 'ended', endedAt: 50 }));
    await first.memory.forgetBefore(10);
    await first.memory.forget(['one']);
    for (const { memory } of [first, await newLife()]) expect(await memory.all()).toHaveLength(1);
  });

  it('that the browser did not take is not known either', async () => {
    const { memory } = await newLife();
    await memory.put(runOf('one'));
    vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValueOnce(new Error('full'));
    await expect(memory.put(runOf('one', { phase: 'consenting' }))).rejects.toThrow('full');
    expect(await memory.get('one')).toEqual(runOf('one'));
  });

  it('is asked for again where the first look was refused', async () => {
    await (await newLife()).memory.put(runOf('one'));
    const { memory } = await newLife();
    vi.spyOn(fakeBrowser.storage.session, 'get').mockRejectedValueOnce(new Error('not now'));
    await expect(memory.all()).rejects.toThrow('not now');
    expect(await memory.all()).toEqual([runOf('one')]);
  });

  it('is read without the cookies that are set aside', async () => {
    const before = await newLife();
    await before.memory.put(runOf('one'));
    await before.asides.keep('one', []);
    const { memory } = await newLife();
    const reading = vi.spyOn(fakeBrowser.storage.session, 'get');
    expect(await memory.all()).toEqual([runOf('one')]);
    const asked = reading.mock.calls.flatMap(([keys]) => keys);
    expect(asked).toContain('run:one');
    expect(asked).not.toContain('aside:one');
    expect(asked).not.toContain(null);
  });
});
