import { i18n } from '#i18n';
import { Action } from '@/components/parts/Action.tsx';
import { isAlive } from '@/utils/domain/run/run.ts';
import type { RunView } from '@/utils/flows/reading/views.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { Frame } from './Frame.tsx';
import { Leave } from './Leave.tsx';

/** The guard in a tab whose address went on in a container: where to, and that it is over. */
export function InContainer({ view: { run, connection } }: { view: RunView }) {
  const { tabId } = run;
  if (!isAlive(run)) {
    return (
      <Frame heading={i18n.t('container.overHeading')}>
        <p>{i18n.t('container.overText')}</p>
        <Leave />
      </Frame>
    );
  }
  return (
    <Frame heading={i18n.t('container.elsewhereHeading')}>
      <p>{i18n.t('container.elsewhereText', [connection?.name ?? ''])}</p>
      {tabId !== undefined && (
        <div class="row">
          <Action kind="primary" onPress={() => sendMessage('tab/focus', { tabId })}>
            {i18n.t('guard.showTab')}
          </Action>
        </div>
      )}
    </Frame>
  );
}
