import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Field } from '@/components/form/Field.tsx';
import { Action } from '@/components/parts/Action.tsx';
import type { Connection } from '@/utils/domain/account/connection.ts';
import type { LedgerEntry } from '@/utils/domain/run/run.ts';
import { problemOf } from '@/utils/messages/ask.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { askForPopups, HAS_POPUP_SETTING } from '@/utils/platform/surface/popup-setting.ts';

/** How the shop's window gets past the pop-up blocker: by a press where the browser has one, else in words. */
export function AllowPopups({ run, connection }: { run: LedgerEntry; connection: Connection }) {
  const [address, setAddress] = useState(connection.shop ?? '');
  const [problem, setProblem] = useState<string>();
  const { popups } = run;

  if (!HAS_POPUP_SETTING) {
    return (
      <div class="stack tight">
        <p>{i18n.t('popups.firefox')}</p>
        <p class="soft">{i18n.t('popups.firefoxBack')}</p>
      </div>
    );
  }
  if (popups?.state === 'allowed') return <p role="status">{i18n.t('popups.allowed', [popups.host])}</p>;

  const allow = async (): Promise<void> => {
    // The browser's question can close this window: what is wanted is said before.
    const saying = problemOf(sendMessage('run/popups', { runId: run.id, address }));
    const asking = askForPopups();
    const refused = await saying;
    setProblem(refused);
    if ((await asking) && refused === undefined) await sendMessage('run/popups', { runId: run.id, address });
  };

  return (
    <div class="stack tight">
      <p>{i18n.t('popups.text')}</p>
      <Field label={i18n.t('popups.shop')} hint={i18n.t('popups.shopHint')} error={problem}>
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="url"
            autoComplete="off"
            spellcheck={false}
            maxLength={2000}
            value={address}
            onInput={(event) => setAddress(event.currentTarget.value)}
          />
        )}
      </Field>
      <Action onPress={allow}>{i18n.t('popups.allow')}</Action>
      {popups?.state === 'wanted' && <p role="status">{i18n.t('popups.wanted')}</p>}
    </div>
  );
}
