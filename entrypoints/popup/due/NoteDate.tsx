import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Sheet } from '@/components/design/Sheet.tsx';
import { DateFields, type DateForm, EMPTY_DATE_FORM, expiryOfForm } from '@/components/form/DateFields.tsx';
import { SaveRow } from '@/components/form/SaveRow.tsx';
import { Action } from '@/components/parts/Action.tsx';
import type { Connection } from '@/utils/domain/account/connection.ts';
import { manageUrl } from '@/utils/domain/account/manage-url.ts';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import { problemOf } from '@/utils/messages/ask.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { lookedUp } from '@/utils/platform/store/looks.ts';
import { today } from '@/utils/texts/due/zone.ts';
import { softwareName } from '@/utils/texts/names.ts';

/** Notes a renewal that Grantkeeper did not see: in a private window, in another browser. One press. */
export function RenewedToday({ connection, onNoted }: { connection: Connection; onNoted?: () => void }) {
  const note = async (): Promise<void> => {
    const expiry = { renewedOn: today().toString() };
    const { ok } = await sendMessage('connection/renewed', { id: connection.id, expiry });
    if (ok) onNoted?.();
  };
  return (
    <Action label={i18n.t('private.renewedTodayFor', [connection.name])} onPress={note}>
      {i18n.t('private.renewedToday')}
    </Action>
  );
}

/** Where the marketplace itself shows the date. */
function LookUp({ connection }: { connection: Connection }) {
  const marketplace = marketplaceById(connection.marketplace);
  return (
    <>
      <p>{i18n.t('report.checkOpen', [marketplace.name, softwareName(connection)])}</p>
      <p>
        <a
          href={manageUrl(connection)}
          target="_blank"
          rel="noreferrer"
          onClick={() => void lookedUp.note(connection.id)}
        >
          {i18n.t('checklist.manage', [marketplace.name])}
        </a>
      </p>
      <p>{i18n.t('report.checkEnter')}</p>
    </>
  );
}

interface NoteDateProps {
  connection: Connection;
  /** The person looks the date up at the marketplace first. */
  looksUp?: true;
  onClose: () => void;
}

/** Notes another date than today's for a connection. */
export function NoteDate({ connection, looksUp, onClose }: NoteDateProps) {
  const [date, setDate] = useState<DateForm>(
    looksUp ? { ...EMPTY_DATE_FORM, known: 'ends' } : EMPTY_DATE_FORM,
  );
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<string>();

  const close = (): void => {
    if (looksUp) void lookedUp.forget();
    onClose();
  };

  const save = async (): Promise<void> => {
    const expiry = expiryOfForm(date);
    setError('error' in expiry ? expiry.error : undefined);
    if ('error' in expiry) return;
    const refused = await problemOf(sendMessage('connection/renewed', { id: connection.id, expiry }));
    if (refused === undefined) close();
    else setProblem(refused);
  };

  return (
    <Sheet
      heading={i18n.t('private.dateHeading', [connection.name])}
      onBack={close}
      foot={<SaveRow save={i18n.t('private.dateSave')} onSave={save} onClose={close} />}
    >
      {looksUp && <LookUp connection={connection} />}
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
      {!looksUp && (
        <div class="row">
          <RenewedToday connection={connection} onNoted={close} />
        </div>
      )}
    </Sheet>
  );
}
