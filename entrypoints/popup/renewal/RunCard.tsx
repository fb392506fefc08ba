import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useSettled } from '@/components/hooks/settled.ts';
import { Action } from '@/components/parts/Action.tsx';
import { Guidance } from '@/components/renewal/Guidance.tsx';
import { ReceiptList } from '@/components/renewal/ReceiptList.tsx';
import { notCleanChoices, type Offered, RunChoices } from '@/components/renewal/RunChoices.tsx';
import { Steps } from '@/components/renewal/Steps.tsx';
import type { Connection } from '@/utils/domain/account/connection.ts';
import { holds } from '@/utils/domain/due/queue.ts';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import { isAlive } from '@/utils/domain/run/run.ts';
import { isPrivate } from '@/utils/domain/session/private.ts';
import type { RunView } from '@/utils/flows/reading/views.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { placeName, softwareName } from '@/utils/texts/names.ts';
import { containerTexts } from '@/utils/texts/run/container.ts';
import { privateRunText } from '@/utils/texts/run/private.ts';
import { asideText, runText } from '@/utils/texts/run/runs.ts';
import { linkTo, receiptDetail } from '../../options/links.ts';
import { RenewedToday } from '../due/NoteDate.tsx';
import { KeepInView } from './KeepInView.tsx';
import { PageReport } from './PageReport.tsx';
import { RunChecklist } from './RunChecklist.tsx';

interface RunCardProps {
  view: RunView;
  /** Absent in private windows: a renewal starts nowhere else but at the guard there. */
  onAgain?: (connection: Connection) => void;
  /** Opens all that is due. */
  onQueue?: () => void;
}

/** Whether the container stays: to be decided before it is left. */
function containerChoices({ run, connection }: RunView): Offered[] {
  const own = connection?.container;
  if (run.container?.state !== 'in-use' || !own || own.linked) return [];
  return own.keep
    ? [{ choice: 'drop-container', text: i18n.t('container.drop'), kind: 'plain' }]
    : [{ choice: 'keep-container', text: i18n.t('container.keep') }];
}

/** Quiet as long as steps in the software come first. */
const putAway = ({ run, connection }: RunView): Offered => ({
  choice: 'put-away',
  text: i18n.t('run.putAway'),
  ...(connection?.finishing?.runId === run.id && { kind: 'plain' }),
});

function choicesFor(view: RunView): Offered[] {
  const { run } = view;
  if (holds(run)) return [{ choice: 'release', text: i18n.t('queue.release') }];
  if (!isAlive(run)) return [...containerChoices(view), putAway(view)];
  const end = { choice: 'cancel' as const, text: i18n.t('run.end') };
  if (run.askedAt !== undefined) {
    return [
      { choice: 'still-wanted', text: i18n.t('run.stillYes'), kind: 'primary' },
      { choice: 'cancel', text: i18n.t('run.stillNo') },
    ];
  }
  if (run.returned) {
    return [
      { choice: 'worked', text: i18n.t('run.worked'), kind: 'primary' },
      { choice: 'not-worked', text: i18n.t('run.notWorked') },
      { choice: 'still-at-it', text: i18n.t('run.stillAtIt') },
    ];
  }
  switch (run.phase) {
    case 'not-clean':
      return [...notCleanChoices(run), end];
    case 'consenting':
      return run.appstore ? [end] : [{ choice: 'reopen', text: i18n.t('run.reopen') }, end];
    case 'between-legs':
      return [{ choice: 'finish', text: i18n.t('run.finish') }, end];
    default:
      return [end];
  }
}

/** A run: how it stands, what was cleared, what comes next, and what the person can do about it. */
export function RunCard({ view, onAgain, onQueue }: RunCardProps) {
  const { run, connection, tabsBehind } = view;
  const { tone, heading, text } = isPrivate(run) ? privateRunText(run) : runText(view);
  const card = useRef<HTMLElement>(null);
  const settled = useSettled(card);
  const aside = asideText(run);
  const returned = isAlive(run) && run.returned !== undefined;
  const follows = !returned && ['consenting', 'awaiting', 'between-legs'].includes(run.phase);
  const failed = !isAlive(run) && run.result !== 'granted';
  return (
    <section class={`card run stack tight ${tone}`} aria-label={heading} ref={card}>
      <h2>{heading}</h2>
      {connection && (
        <p class="soft">
          {softwareName(connection)} · {placeName(run.marketplace, run.site)}
        </p>
      )}
      {text && <p>{text}</p>}
      {aside && <p>{aside}</p>}
      {containerTexts(view).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {follows && (
        <div class="row">
          {run.tabId !== undefined && run.phase === 'consenting' && (
            <Action kind="primary" onPress={() => sendMessage('tab/focus', { tabId: run.tabId ?? -1 })}>
              {i18n.t('run.showTab')}
            </Action>
          )}
          <KeepInView />
        </div>
      )}
      {run.showsCode && (
        <p role="alert">{i18n.t('run.showsCode', [marketplaceById(run.marketplace).name])}</p>
      )}
      {run.popups?.state === 'back' && <p>{i18n.t('popups.back', [run.popups.host])}</p>}
      {run.progress.refusedAnswer && <p role="alert">{i18n.t('run.refusedAnswer')}</p>}
      {isAlive(run) && run.phase === 'consenting' && !returned && (
        <>
          {run.progress.overlay === 'gone' && <p>{i18n.t('onPage.gone')}</p>}
          {run.progress.overlay === 'no-room' && <p>{i18n.t('onPage.noRoom')}</p>}
          <Guidance view={view} />
        </>
      )}
      {follows && isPrivate(run) && <Steps run={run} connection={connection} />}
      {follows && connection && <RunChecklist view={view} connection={connection} />}
      {run.receipt && (
        <details>
          <summary>{i18n.t('receipt.heading')}</summary>
          <ReceiptList receipt={run.receipt} />
        </details>
      )}
      {!isAlive(run) && run.result === 'granted' && connection && !isPrivate(run) && (
        <p>
          <a
            href={`/options.html${linkTo('receipt', receiptDetail(connection.id, run.id))}`}
            target="_blank"
            rel="noreferrer"
          >
            {i18n.t('proof.open')}
          </a>
        </p>
      )}
      {isAlive(run) && run.phase === 'consenting' && !returned && <PageReport runId={run.id} />}
      <div class={isAlive(run) ? 'row stays' : 'row'}>
        {holds(run) && onQueue && (
          <Action kind="primary" onPress={onQueue}>
            {i18n.t('queue.next')}
          </Action>
        )}
        {failed && connection && onAgain && (
          <Action kind="primary" onPress={() => onAgain(connection)}>
            {i18n.t('run.again')}
          </Action>
        )}
        {!isAlive(run) && run.result === 'abandoned' && run.reason === 'tab-closed' && connection && (
          <RenewedToday connection={connection} />
        )}
        {tabsBehind !== undefined && (
          <Action onPress={() => sendMessage('run/choose', { runId: run.id, choice: 'reload-tabs' })}>
            {i18n.t('run.reloadTabs', tabsBehind, [
              String(tabsBehind),
              marketplaceById(run.marketplace).name,
            ])}
          </Action>
        )}
        {view.canPutBack && (
          <Action onPress={() => sendMessage('run/choose', { runId: run.id, choice: 'put-back-again' })}>
            {i18n.t('run.putBackAgain')}
          </Action>
        )}
        {isAlive(run) && run.aside?.state === 'kept' && !run.keepsLogin && (
          <Action
            ready={settled}
            onPress={() => sendMessage('run/choose', { runId: run.id, choice: 'keep-login' })}
          >
            {i18n.t('run.keepLogin')}
          </Action>
        )}
        <RunChoices
          choices={choicesFor(view)}
          settled={settled}
          onChoose={(choice) => sendMessage('run/choose', { runId: run.id, choice })}
        />
      </div>
    </section>
  );
}
