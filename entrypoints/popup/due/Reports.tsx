import { i18n } from '#i18n';
import { Action } from '@/components/parts/Action.tsx';
import type { Connection, Report } from '@/utils/domain/account/connection.ts';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import { sendMessage } from '@/utils/messages/send.ts';

interface ReportsProps {
  connection: Connection;
  /** Absent while a renewal of it is under way. */
  onStart: ((connection: Connection) => void) | undefined;
  onCheck: (connection: Connection) => void;
}

/** What can happen between two renewals, and how the date is looked up. */
export function Reports({ connection, onStart, onCheck }: ReportsProps) {
  const { id, name, reported } = connection;
  const marketplace = marketplaceById(connection.marketplace).name;
  const report = async (what: Report): Promise<void> => {
    const outcome = await sendMessage('connection/report', { id, what });
    if (outcome.ok) onStart?.({ ...connection, reported: { what, at: Date.now() } });
  };
  return (
    <div class="row">
      {reported ? (
        <Action onPress={() => sendMessage('connection/report', { id })}>{i18n.t('report.takeBack')}</Action>
      ) : (
        <>
          <Action label={i18n.t('report.stoppedFor', [name])} onPress={() => report('stopped-working')}>
            {i18n.t('report.stopped')}
          </Action>
          <Action
            label={i18n.t('report.askedFor', [marketplace, name])}
            onPress={() => report('asked-again')}
          >
            {i18n.t('report.asked', [marketplace])}
          </Action>
        </>
      )}
      <Action label={i18n.t('report.checkFor', [marketplace, name])} onPress={() => onCheck(connection)}>
        {i18n.t('report.check', [marketplace])}
      </Action>
    </div>
  );
}
