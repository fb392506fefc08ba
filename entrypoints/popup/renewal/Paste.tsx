import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Sheet } from '@/components/design/Sheet.tsx';
import { Field } from '@/components/form/Field.tsx';
import { Action } from '@/components/parts/Action.tsx';
import { problemOf } from '@/utils/messages/ask.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { askForAddress } from '@/utils/platform/guard/permissions.ts';

/** Takes an authorise address that another browser got. */
export function Paste({ onClose }: { onClose: () => void }) {
  const [url, setUrl] = useState('');
  const [problem, setProblem] = useState<string>();
  const go = async (privately: boolean): Promise<void> => {
    await askForAddress(url);
    const refused = await problemOf(sendMessage('renewal/paste', { url, privately }));
    if (refused === undefined) onClose();
    else setProblem(refused);
  };
  return (
    <Sheet
      heading={i18n.t('popup.paste')}
      onBack={onClose}
      foot={
        <>
          <Action kind="primary" large onPress={() => go(false)}>
            {i18n.t('popup.pasteGo')}
          </Action>
          <Action onPress={() => go(true)}>{i18n.t('private.way')}</Action>
        </>
      }
    >
      <p>{i18n.t('popup.pasteText')}</p>
      <Field label={i18n.t('popup.pasteLabel')} error={problem}>
        {(control) => (
          <input
            {...control}
            type="url"
            autoComplete="off"
            spellcheck={false}
            value={url}
            onInput={(event) => setUrl(event.currentTarget.value)}
          />
        )}
      </Field>
    </Sheet>
  );
}
