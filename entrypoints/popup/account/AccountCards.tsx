import type { Connection } from '@/utils/domain/account/connection.ts';
import type { ConnectionView, RunView } from '@/utils/flows/reading/views.ts';
import { ConfirmAccount } from './ConfirmAccount.tsx';
import { WrongAccount } from './WrongAccount.tsx';

interface AccountCardsProps {
  connections: ConnectionView[];
  runs: RunView[];
  onRenew: (connection: Connection) => void;
}

/** Accounts that the person has to look at: wrong ones first, then those to confirm. */
export function AccountCards({ connections, runs, onRenew }: AccountCardsProps) {
  return (
    <>
      {connections.map(
        ({ connection, quarantined, home }) =>
          quarantined && (
            <WrongAccount
              key={quarantined.id}
              grant={quarantined}
              connection={connection}
              home={home}
              run={runs.find(({ run }) => run.id === quarantined.runId)}
              onRenew={onRenew}
            />
          ),
      )}
      {connections.map(
        ({ connection, unconfirmed }) =>
          unconfirmed && <ConfirmAccount key={unconfirmed.id} grant={unconfirmed} connection={connection} />,
      )}
    </>
  );
}
