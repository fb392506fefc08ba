import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Action } from '@/components/Action.tsx';
import { DateFields, EMPTY_DATE_FORM, expiryOfForm, today } from '@/components/DateFields.tsx';
import type { Connection } from '@/utils/domain/connection.ts';
import { sendMessage } from '@/utils/messages.ts';
import { problemText } from '@/utils/texts/problems.ts';

/** Notes a renewal that Grantkeeper did not see: in a private window, in another browser. One press. */
export function RenewedToday({ connection }: { connection: Connection }) {
  const note = () => sendMessage('connection/renewed', { id: connection.id, expiry: { renewedOn: today() } });
  return (
    <Action label={i18n.t('private.renewedTodayFor', [connection.name])} onPress={note}>
      {i18n.t('private.renewedToday')}
    </Action>
  );
}

/** Notes another date than today's for a connection. */
export function NoteDate({ connection, onClose }: { connection: Connection; onClose: () => void }) {
  const [date, setDate] = useState(EMPTY_DATE_FORM);
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<string>();

  const save = async (): Promise<void> => {
    const expiry = expiryOfForm(date);
    setError('error' in expiry ? expiry.error : undefined);
    if ('error' in expiry) return;
    const outcome = await sendMessage('connection/renewed', { id: connection.id, expiry }).catch(
      () => ({ ok: false, problem: 'unexpected' }) as const,
    );
    if (outcome.ok) onClose();
    else setProblem(problemText(outcome.problem));
  };

  return (
    <div class="stack">
      <h2>{i18n.t('private.dateHeading', [connection.name])}</h2>
      {problem && (
        <p role="alert" class="card bad">
          {problem}
        </p>
      )}
      <DateFields
        form={date}
        error={error}
        onInput={(change) => setDate((before) => ({ ...before, ...change }))}
      />
      <div class="row">
        <Action kind="primary" onPress={save}>
          {i18n.t('private.dateSave')}
        </Action>
        <Action kind="plain" onPress={onClose}>
          {i18n.t('common.cancel')}
        </Action>
      </div>
    </div>
  );
}
