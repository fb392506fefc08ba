import type { ComponentChildren } from 'preact';
import { AddConnection } from '@/components/form/AddConnection.tsx';
import type { Connection } from '@/utils/domain/account/connection.ts';
import { isAlive } from '@/utils/domain/run/run.ts';
import type { Settings } from '@/utils/domain/settings/settings.ts';
import type { Overview } from '@/utils/flows/reading/views.ts';
import { addConnection } from '@/utils/messages/add.ts';
import { Detail } from './detail/Detail.tsx';
import { NoteDate } from './due/NoteDate.tsx';
import { Queue } from './due/Queue.tsx';
import { NeedBanner } from './needs/NeedBanner.tsx';
import { NeedSheet } from './needs/NeedSheet.tsx';
import type { Need } from './needs/needs.ts';
import { Paste } from './renewal/Paste.tsx';
import { StartRenewal } from './renewal/StartRenewal.tsx';
import type { OpenSheet } from './sheets.ts';

interface SheetProps {
  sheet: OpenSheet;
  overview: Overview;
  needs: readonly Need[];
  settings: Settings | undefined;
  open: (sheet: OpenSheet) => void;
  /** Back to where this one was opened from. */
  back: () => void;
  /** Back to the list, or to what needs the user by now. */
  home: () => void;
}

/** What stands in the place of the list. */
export function SheetContent({
  sheet,
  overview,
  needs,
  settings,
  open,
  back,
  home,
}: SheetProps): ComponentChildren {
  const start = (connection: Connection): void => open({ kind: 'start', connection });
  const openNeed = ({ id }: Need): void => open({ kind: 'need', id });
  const openQueue = (): void => open({ kind: 'queue' });
  switch (sheet.kind) {
    case 'add':
      return <AddConnection add={addConnection} onClose={back} />;
    case 'paste':
      return <Paste onClose={back} />;
    case 'start':
      return (
        <StartRenewal
          connection={sheet.connection}
          {...(sheet.queued && { queued: sheet.queued })}
          onStarted={home}
          onClose={back}
        />
      );
    case 'queue':
      return (
        <Queue
          queue={overview.queue}
          runs={overview.runs}
          onStart={(connection) => open({ kind: 'start', connection, queued: true })}
          onClose={back}
        />
      );
    case 'date':
      return <NoteDate connection={sheet.connection} onClose={back} />;
    case 'check':
      return <NoteDate looksUp connection={sheet.connection} onClose={back} />;
    case 'need': {
      const need = needs.find(({ id }) => id === sheet.id);
      return need ? (
        <NeedSheet
          need={need}
          needs={needs}
          overview={overview}
          onOpen={openNeed}
          onStart={start}
          onQueue={openQueue}
          onBack={back}
        />
      ) : null;
    }
    case 'detail': {
      const living = overview.runs.some(({ run }) => isAlive(run) && run.connectionId === sheet.id);
      return (
        <Detail
          id={sheet.id}
          reminders={settings?.reminders}
          renewing={living}
          obstacles={overview.obstacles}
          need={
            <NeedBanner
              needs={needs.filter(({ id }) => id === sheet.id)}
              due={0}
              onOpen={openNeed}
              onQueue={openQueue}
            />
          }
          onStart={start}
          onDate={(connection) => open({ kind: 'date', connection })}
          onCheck={(connection) => open({ kind: 'check', connection })}
          onBack={back}
        />
      );
    }
  }
}
