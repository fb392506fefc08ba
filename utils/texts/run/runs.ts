import { i18n } from '#i18n';
import type { Connection } from '../../domain/account/connection.ts';
import { marketplaceById } from '../../domain/marketplaces/index.ts';
import { mayBeMissing } from '../../domain/run/checklist/arrival.ts';
import { type EndedEntry, isAlive } from '../../domain/run/run.ts';
import type { RunView } from '../../flows/reading/views.ts';
import { list, softwareName } from '../names.ts';
import { errorText } from './errors.ts';

/** How a run stands, for a card's colour. */
export type Tone = 'calm' | 'good' | 'warn' | 'bad';

export interface RunText {
  tone: Tone;
  heading: string;
  text?: string;
}

function endedText(run: EndedEntry, connection: Connection | undefined): RunText {
  const marketplace = marketplaceById(run.marketplace).name;
  const software = connection ? softwareName(connection) : i18n.t('software.other');
  switch (run.result) {
    case 'granted':
      return run.reason === 'finished-early'
        ? { tone: 'warn', heading: i18n.t('run.grantedEarly'), text: i18n.t('run.grantedEarlyText') }
        : {
            tone: 'good',
            heading: i18n.t('run.granted'),
            text: i18n.t('run.grantedText', [marketplace, software]),
          };
    case 'declined':
      return {
        tone: 'warn',
        heading: i18n.t('run.declined'),
        text: i18n.t('run.declinedText', [marketplace]),
      };
    case 'wrong-account':
      return { tone: 'bad', heading: i18n.t('run.wrongAccount') };
    case 'failed': {
      if (run.reason === 'state-mismatch') {
        return { tone: 'bad', heading: i18n.t('run.failed'), text: i18n.t('run.failedState') };
      }
      if (run.reason === 'out-of-reach') {
        return {
          tone: 'warn',
          heading: i18n.t('run.outOfReach'),
          text: i18n.t('run.outOfReachText', [connection?.name ?? marketplace]),
        };
      }
      if (run.reason === 'no-container') {
        return { tone: 'bad', heading: i18n.t('run.failed'), text: i18n.t('container.none') };
      }
      const code = run.reason?.startsWith('error:') ? run.reason.slice('error:'.length) : '';
      const { meaning, help } = errorText(run.marketplace, code);
      const said = i18n.t('run.failedError', [marketplace, code]);
      return { tone: 'bad', heading: i18n.t('run.failed'), text: `${said} ${meaning} ${help}` };
    }
    default:
      return abandonedText(run);
  }
}

/** The marketplace has approved, and nobody knows whether the software has heard of it. */
const unconfirmedText = (marketplace: string, software: string): RunText => ({
  tone: 'warn',
  heading: i18n.t('run.unconfirmed'),
  text: i18n.t('run.unconfirmedText', [marketplace, software]),
});

function abandonedText(run: EndedEntry): RunText {
  const marketplace = marketplaceById(run.marketplace).name;
  switch (run.reason) {
    case 'cancelled':
      return { tone: 'calm', heading: i18n.t('run.cancelled') };
    case 'taken-over':
      return { tone: 'calm', heading: i18n.t('run.takenOver') };
    case 'browser-closed':
      return {
        tone: 'warn',
        heading: i18n.t('run.abandoned'),
        text: i18n.t('run.abandonedBrowser', [marketplace]),
      };
    case 'container-gone':
      return { tone: 'warn', heading: i18n.t('run.abandoned'), text: i18n.t('container.gone') };
    case 'moved':
      return {
        tone: 'warn',
        heading: i18n.t('run.abandoned'),
        text: i18n.t('container.moved', [marketplace]),
      };
    case 'not-finished':
      return { tone: 'warn', heading: i18n.t('run.abandoned'), text: i18n.t('run.abandonedQuiet') };
    default:
      return {
        tone: 'warn',
        heading: i18n.t('run.abandoned'),
        text: i18n.t('run.abandonedTab', [marketplace]),
      };
  }
}

/** What became of the sign-in that was set aside, in a sentence; undefined where none was. */
export function asideText({ aside, keepsLogin, shares, phase }: RunView['run']): string | undefined {
  if (aside?.state === 'kept' && shares && phase === 'ended' && !keepsLogin) return i18n.t('queue.held');
  switch (aside?.state) {
    case 'kept':
      return i18n.t(keepsLogin ? 'run.asideStays' : 'run.asideKept');
    case 'back':
      return aside.missing ? i18n.t('run.asideMissing', aside.missing) : i18n.t('run.asideBack');
    case 'let-go':
      return i18n.t('run.asideStays');
    case 'lost':
      return i18n.t('run.asideLost');
    default:
      return undefined;
  }
}

function awaitingText({ run }: RunView): string {
  switch (run.mode) {
    case 'as-is':
      return i18n.t('run.awaitingAsIsText');
    case 'container':
      return i18n.t('container.awaitingText');
    default:
      return i18n.t('run.awaitingText');
  }
}

/** A run in words. */
export function runText(view: RunView): RunText {
  const { run, connection } = view;
  const marketplace = marketplaceById(run.marketplace).name;
  const software = connection ? softwareName(connection) : i18n.t('software.other');
  if (isAlive(run) && run.askedAt !== undefined) {
    return { tone: 'warn', heading: i18n.t('run.stillThere'), text: i18n.t('run.stillThereText') };
  }
  if (run.phase === 'consenting' && run.returned) {
    const { host } = run.returned;
    const heading = host ? i18n.t('run.returnedTo', [host]) : i18n.t('run.returnedAway', [marketplace]);
    return { tone: 'warn', heading, text: i18n.t('run.returnedText') };
  }
  switch (run.phase) {
    case 'cleaning':
      return { tone: 'calm', heading: i18n.t('run.cleaning') };
    case 'not-clean': {
      const left = run.receipt?.domains.flatMap(({ domain, remaining, logins }) =>
        remaining > 0 ? [`${domain} (${logins.join(', ') || remaining})`] : [],
      );
      if (run.cleaningFailed === 'too-much') {
        return { tone: 'bad', heading: i18n.t('run.notClean'), text: i18n.t('run.notCleanTooMuch') };
      }
      return run.cleaningFailed || !left
        ? { tone: 'bad', heading: i18n.t('run.notClean'), text: i18n.t('run.notCleanFailed') }
        : { tone: 'bad', heading: i18n.t('run.notClean'), text: i18n.t('run.notCleanText', [list(left)]) };
    }
    case 'awaiting':
      return { tone: 'calm', heading: i18n.t('run.awaiting', [software]), text: awaitingText(view) };
    case 'consenting':
      return { tone: 'calm', heading: i18n.t('run.consenting', [marketplace]) };
    case 'between-legs':
      return { tone: 'calm', heading: i18n.t('run.betweenLegs'), text: i18n.t('run.betweenLegsText') };
    case 'ended':
      return mayBeMissing(run, connection)
        ? unconfirmedText(marketplace, software)
        : endedText(run, connection);
  }
}
