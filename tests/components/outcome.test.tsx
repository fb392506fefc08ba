// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RunCard } from '@/entrypoints/popup/renewal/RunCard.tsx';
import type { Connection } from '@/utils/domain/account/connection.ts';
import { withAllSteps, withGrant } from '@/utils/domain/run/checklist/finishing.ts';
import type { EndedEntry } from '@/utils/domain/run/run.ts';
import { connection } from './connection.ts';

// Texts stand here as their keys; that each key has a text is the locales' test.
vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));

const granted: EndedEntry = {
  id: 'run',
  connectionId: connection.id,
  marketplace: 'amazon',
  site: 'de',
  jar: 'firefox-container-1',
  mode: 'container',
  container: { state: 'in-use' },
  phase: 'ended',
  result: 'granted',
  kinds: ['amazon'],
  legs: [{ kind: 'amazon', app: 'app', outcome: 'granted' }],
  progress: {},
  startedAt: 0,
  endedAt: 5,
};
const approved = (integration: Connection['integration']): Connection =>
  withGrant({ ...connection, integration }, { id: 'run:amazon', runId: 'run', verdict: 'match', at: 5 });

let page: HTMLElement;
function cardOf(run: EndedEntry, of: Connection): string {
  render(<RunCard view={{ run, connection: of }} />, page);
  return page.textContent ?? '';
}

beforeEach(() => {
  page = document.createElement('main');
  document.body.append(page);
});
afterEach(() => {
  render(null, page);
  page.remove();
});

describe('a renewal that was granted in a container', () => {
  it('is not confirmed while the seller has not said that it arrived in software of the browser', () => {
    for (const integration of ['linnworks', 'magnalister', 'other'] as const) {
      const card = cardOf(granted, approved(integration));
      expect(card).toContain('run.unconfirmed');
      expect(card).toContain('container.webResult');
      expect(card).not.toContain('run.granted');
    }
  });

  it('is renewed once the seller has said so', () => {
    const card = cardOf(granted, withAllSteps(approved('linnworks'), 6));
    expect(card).toContain('run.granted');
    expect(card).not.toContain('container.webResult');
  });

  it('is renewed at once where the software is none of the browser’s, or no container was used', () => {
    const { container: _, ...inTab } = granted;
    expect(cardOf(granted, approved('microtech'))).toContain('run.granted');
    expect(cardOf(inTab, approved('linnworks'))).toContain('run.granted');
  });
});

describe('an answer on the marketplace’s own page', () => {
  it('asks to close the tab that has the code in its address', () => {
    expect(cardOf({ ...granted, showsCode: true }, approved('microtech'))).toContain('run.showsCode');
    expect(cardOf(granted, approved('microtech'))).not.toContain('run.showsCode');
  });
});
