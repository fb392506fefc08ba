import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Waiting } from '@/components/failure/Waiting.tsx';
import { Tick } from '@/components/form/Tick.tsx';
import { useLive } from '@/components/hooks/live.ts';
import { Action } from '@/components/parts/Action.tsx';
import type { SyncView } from '@/utils/flows/data/sync.ts';
import type { Outcome } from '@/utils/flows/reading/views.ts';
import { problemOf } from '@/utils/messages/ask.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';

const readSync = (): Promise<SyncView> => sendMessage('sync');

function State({ on, held, state }: SyncView) {
  if (!on) return held > 0 ? <p>{i18n.t('sync.held', held)}</p> : null;
  if (!state) return null;
  return (
    <>
      <p>{i18n.t('sync.fitting', state.fitting)}</p>
      {state.left > 0 && <p class="card warn">{i18n.t('sync.left', state.left)}</p>}
      {state.failed && <p class="card warn">{i18n.t('sync.failed')}</p>}
    </>
  );
}

/** The person's other computers; `locked` where their organisation does not want it. */
export function Sync({ locked }: { locked: boolean }) {
  const view = useLive(readSync, onChanged);
  const [problem, setProblem] = useState<string>();
  const told = async (asking: Promise<Outcome>): Promise<void> => {
    setProblem(await problemOf(asking));
  };
  if (!view) return <Waiting what={i18n.t('sync.heading')} />;
  const { on, accountIds, held } = view;
  return (
    <section class="card stack" aria-labelledby="sync">
      <div class="stack tight">
        <h2 id="sync">{i18n.t('sync.heading')}</h2>
        <p class="soft">{i18n.t('sync.text')}</p>
      </div>
      <fieldset class="stack tight" disabled={locked} aria-labelledby="sync">
        <Tick
          ticked={on}
          label={i18n.t('sync.on')}
          onTick={(ticked) => void told(sendMessage('sync/choose', { on: ticked, accountIds }))}
        />
        <Tick
          ticked={accountIds}
          label={i18n.t('sync.accountIds')}
          onTick={(ticked) => void told(sendMessage('sync/choose', { on, accountIds: ticked }))}
        />
      </fieldset>
      <ul class="soft notes">
        <li>{i18n.t('sync.cap')}</li>
        <li>{i18n.t('sync.twice')}</li>
      </ul>
      <div role="status" class="stack tight">
        <State {...view} />
        {problem && <p class="card bad">{problem}</p>}
      </div>
      {!on && held > 0 && (
        <div class="row">
          <Action onPress={() => told(sendMessage('sync/empty'))}>{i18n.t('sync.empty')}</Action>
          <span class="soft">{i18n.t('sync.emptyText')}</span>
        </div>
      )}
    </section>
  );
}
