// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { NeedSheet } from '@/entrypoints/popup/needs/NeedSheet.tsx';
import { needsOf } from '@/entrypoints/popup/needs/needs.ts';
import type { Obstacle } from '@/utils/domain/session/obstacle.ts';
import type { Overview } from '@/utils/flows/reading/views.ts';
import { obstacleHeading } from '@/utils/texts/obstacle.ts';
import { alpenglueck, grantFor, viewOf } from '../gallery/data/connections.ts';
import { endedWith, runWith } from '../gallery/data/runs.ts';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));
vi.mock('@/utils/platform/browser.ts', () => ({ browser: fakeBrowser }));
vi.mock('@/utils/messages/send.ts', () => ({ sendMessage: async () => undefined }));

const named = (id: string) => ({ ...alpenglueck, id, name: id });

/** Something of every kind that can need the user, and what keeps Grantkeeper from working. */
const overviewWith = (obstacle: Obstacle): Overview => ({
  obstacles: [obstacle],
  suggestions: [],
  queue: { due: 0, groups: [] },
  connections: [],
  total: 0,
  attention: [
    viewOf({ ...named('finish'), finishing: { runId: 'f', since: 0, done: [] } }, 365),
    viewOf(named('confirm'), 365, { unconfirmed: grantFor(alpenglueck) }),
    viewOf(named('wrong'), 20, { quarantined: grantFor(alpenglueck) }),
  ],
  runs: [
    { run: runWith({ id: 'l', connectionId: 'living' }), connection: named('living') },
    { run: endedWith('declined', { id: 'e', connectionId: 'ended' }), connection: named('ended') },
  ],
});

const page = document.createElement('div');
afterEach(() => render(null, page));

const OBSTACLES: Obstacle[] = [
  { kind: 'hosts', domains: ['amazon.com'] },
  { kind: 'rules' },
  { kind: 'database', why: 'full' },
];

describe.each(OBSTACLES)('what needs the user, while there is the obstacle $kind', (obstacle) => {
  const overview = overviewWith(obstacle);
  const needs = needsOf(overview);
  it.each(needs)('says so before all else, whatever it is ($kind)', (need) => {
    const ignore = (): void => undefined;
    const others = { needs, overview, onOpen: ignore, onStart: ignore, onQueue: ignore, onBack: ignore };
    render(<NeedSheet need={need} {...others} />, page);
    const [first] = page.querySelectorAll('.sheet-body h2, .sheet-body h3');
    expect(first?.textContent).toContain(obstacleHeading(obstacle));
  });
});
