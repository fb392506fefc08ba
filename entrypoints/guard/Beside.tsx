import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Action } from '@/components/parts/Action.tsx';
import { notCleanChoices, RunChoices } from '@/components/renewal/RunChoices.tsx';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import type { GuardView } from '@/utils/flows/reading/views.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { runText } from '@/utils/texts/run/runs.ts';
import { Choose } from './choose/Choose.tsx';
import type { Decide } from './decide.ts';
import { Frame } from './Frame.tsx';
import { Question } from './Question.tsx';

interface BesideProps {
  view: Extract<GuardView, { kind: 'living' | 'busy' | 'join' }>;
  decide: Decide;
  settled: boolean;
}

/** The guard beside a living run: what hinders it, back to it, wait for it, join it, or end it. */
export function Beside({ view, decide, settled }: BesideProps) {
  const [atTheSameTime, setAtTheSameTime] = useState(false);
  const { run, connection } = view.run;
  const marketplace = marketplaceById(run.marketplace).name;
  const name = connection?.name ?? marketplace;
  const showTab = run.tabId !== undefined && (
    <Action kind="primary" onPress={() => sendMessage('tab/focus', { tabId: run.tabId ?? -1 })}>
      {i18n.t('guard.showTab')}
    </Action>
  );
  const takeOver = (
    <Action ready={settled} onPress={() => decide({ type: 'take-over', runId: run.id })}>
      {i18n.t('guard.takeOver')}
    </Action>
  );
  const cancel = (
    <Action kind="plain" onPress={() => decide({ type: 'cancel' })}>
      {i18n.t('common.cancel')}
    </Action>
  );
  const end = <Action onPress={() => decide({ type: 'cancel' })}>{i18n.t('guard.endRenewal')}</Action>;
  if (view.kind === 'living' && run.phase === 'not-clean') {
    const { heading, text } = runText(view.run);
    return (
      <Frame heading={heading}>
        <p role="alert">{text}</p>
        <div class="row">
          <RunChoices
            choices={notCleanChoices(run)}
            settled={settled}
            onChoose={(choice) => sendMessage('run/choose', { runId: run.id, choice })}
          />
          {end}
        </div>
      </Frame>
    );
  }
  if (view.kind === 'living') {
    return (
      <Frame heading={i18n.t('guard.livingHeading')}>
        <p>{i18n.t('guard.livingText', [marketplace])}</p>
        <div class="row">
          <Action kind="primary" ready={settled} onPress={() => decide({ type: 'back-to-run' })}>
            {i18n.t('guard.goOn', [marketplace])}
          </Action>
          {end}
        </div>
      </Frame>
    );
  }
  if (view.kind === 'join') {
    return (
      <Frame heading={i18n.t('guard.joinHeading', [name])}>
        <p>{i18n.t('guard.joinText', [name])}</p>
        <div class="row">
          <Action kind="primary" ready={settled} onPress={() => decide({ type: 'join', runId: run.id })}>
            {i18n.t('guard.join')}
          </Action>
          <Action ready={settled} onPress={() => decide({ type: 'take-over', runId: run.id })}>
            {i18n.t('guard.joinNot')}
          </Action>
          {cancel}
        </div>
      </Frame>
    );
  }
  const { elsewhere } = view;
  if (elsewhere && atTheSameTime) {
    return (
      <Question ask={elsewhere.ask} candidates={elsewhere.candidates}>
        <Choose view={elsewhere} decide={decide} settled={settled} />
      </Question>
    );
  }
  return (
    <Frame heading={i18n.t(view.same ? 'guard.busySameHeading' : 'guard.busyHeading')}>
      <p>{i18n.t(view.same ? 'guard.busySameText' : 'guard.busyText', [name])}</p>
      <div class="row">
        {showTab}
        {takeOver}
        {cancel}
      </div>
      {elsewhere && (
        <section class="way">
          <p>{i18n.t('container.besideText')}</p>
          <div class="row">
            <Action ready={settled} onPress={() => setAtTheSameTime(true)}>
              {i18n.t('container.beside')}
            </Action>
          </div>
        </section>
      )}
    </Frame>
  );
}
