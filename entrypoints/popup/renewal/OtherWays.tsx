import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Field } from '@/components/form/Field.tsx';
import { useSettled } from '@/components/hooks/settled.ts';
import { Action } from '@/components/parts/Action.tsx';
import type { Connection } from '@/utils/domain/account/connection.ts';
import type { Grant } from '@/utils/domain/account/grant.ts';
import { problemOf } from '@/utils/messages/ask.ts';
import { sendMessage } from '@/utils/messages/send.ts';

interface OtherWaysProps {
  grant: Grant;
  connection: Connection;
  /** The account that came, in words; empty where nothing is known of it. */
  came: string;
}

interface SureProps extends Pick<OtherWaysProps, 'connection' | 'came'> {
  onYes: () => Promise<void>;
  onNo: () => void;
}

/** The second question; a double press on what stood there before is no answer to it. */
function Sure({ connection, came, onYes, onNo }: SureProps) {
  const question = useRef<HTMLDivElement>(null);
  const settled = useSettled(question);
  return (
    <div class="stack tight" ref={question}>
      <p>{i18n.t('account.wrongRightSure', [connection.name, came || i18n.t('account.notShown')])}</p>
      <div class="row">
        <Action ready={settled} onPress={onYes}>
          {i18n.t('account.sure')}
        </Action>
        <Action kind="plain" onPress={onNo}>
          {i18n.t('common.cancel')}
        </Action>
      </div>
    </div>
  );
}

/** The account that came is the person's after all: a connection of its own, or, asked twice, the one of this one. */
export function OtherWays({ grant, connection, came }: OtherWaysProps) {
  const [name, setName] = useState(grant.accountLabel ?? grant.accountUser ?? '');
  const [error, setError] = useState<string>();
  const [sure, setSure] = useState(false);
  const ways = useRef<HTMLDetailsElement>(null);
  const settled = useSettled(ways);
  const separate = async (): Promise<void> => {
    if (!name.trim()) return setError(i18n.t('guard.nameMissing'));
    const asked = { grantId: grant.id, name: name.trim() };
    setError(await problemOf(sendMessage('account/separate', asked)));
  };
  const bind = async (): Promise<void> =>
    setError(await problemOf(sendMessage('account/confirm', { grantId: grant.id })));

  return (
    <details ref={ways}>
      <summary>{i18n.t('account.mine')}</summary>
      <div class="stack">
        <div class="stack tight">
          <p>{i18n.t('account.mineOwn')}</p>
          <Field label={i18n.t('guard.accountName')} error={error}>
            {(control) => (
              <input
                {...control}
                maxLength={120}
                autoComplete="off"
                value={name}
                onInput={(event) => setName(event.currentTarget.value)}
              />
            )}
          </Field>
          <div class="row">
            <Action ready={settled} onPress={separate}>
              {i18n.t('account.separate')}
            </Action>
          </div>
        </div>
        <div class="stack tight">
          {sure ? (
            <Sure connection={connection} came={came} onYes={bind} onNo={() => setSure(false)} />
          ) : (
            <>
              <p>{i18n.t('account.wrongRight', [connection.name])}</p>
              <div class="row">
                <Action onPress={() => setSure(true)}>{i18n.t('account.bind')}</Action>
              </div>
            </>
          )}
        </div>
      </div>
    </details>
  );
}
