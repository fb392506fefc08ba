import { describe, expect, it } from 'vitest';
import { isPressing, needsOf } from '@/entrypoints/popup/needs/needs.ts';
import type { ConnectionView, Overview, RunView } from '@/utils/flows/reading/views.ts';
import { alpenglueck, grantFor, viewOf } from '../gallery/data/connections.ts';
import { endedWith, runWith } from '../gallery/data/runs.ts';

const named = (id: string) => ({ ...alpenglueck, id, name: id });
const toFinish = (id: string) => ({ ...named(id), finishing: { runId: id, since: 0, done: [] } });

const finish = viewOf(toFinish('finish'), 365);
const confirm = viewOf(toFinish('confirm'), 365, { unconfirmed: grantFor(alpenglueck) });
const wrong = viewOf(named('wrong'), 20, { quarantined: grantFor(alpenglueck) });
const living: RunView = { run: runWith({ id: 'l', connectionId: 'living' }), connection: named('living') };
const ended: RunView = {
  run: endedWith('declined', { id: 'e', connectionId: 'ended' }),
  connection: named('ended'),
};

function overviewOf(attention: ConnectionView[], runs: RunView[]): Overview {
  return {
    obstacles: [],
    suggestions: [],
    queue: { due: 0, groups: [] },
    connections: [],
    total: 0,
    attention,
    runs,
  };
}

const kinds = (overview: Overview): string[] => needsOf(overview).map(({ id, kind }) => `${id}: ${kind}`);

describe('what needs the user', () => {
  it('comes in the order in which it presses, whatever the order in which it is read', () => {
    const wanted = [
      'living: run',
      'wrong: wrong-account',
      'confirm: confirm',
      'ended: ended',
      'finish: finish',
    ];
    expect(kinds(overviewOf([finish, confirm, wrong], [ended, living]))).toEqual(wanted);
    expect(kinds(overviewOf([wrong, confirm, finish], [living, ended]))).toEqual(wanted);
  });

  it('is one thing for each connection, of the kind that presses most', () => {
    const own = (run: RunView['run']): RunView => ({ run, connection: toFinish('confirm') });
    const granted = own(endedWith('granted', { connectionId: 'confirm' }));
    expect(kinds(overviewOf([confirm], [granted]))).toEqual(['confirm: confirm']);
    const again = own(runWith({ id: 'again', connectionId: 'confirm' }));
    expect(kinds(overviewOf([confirm], [granted, again]))).toEqual(['confirm: run']);
  });

  it('says nothing of a run that brought a wrong account which has been mended', () => {
    const mended: RunView = { run: endedWith('wrong-account'), connection: alpenglueck };
    expect(kinds(overviewOf([], [mended]))).toEqual([]);
  });

  it('opens by itself, but for steps in the software, which can wait for days', () => {
    const [first, ...others] = needsOf(overviewOf([finish], [living, ended])).reverse();
    expect(first && isPressing(first)).toBe(false);
    expect(others.every(isPressing)).toBe(true);
  });
});
