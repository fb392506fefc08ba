import { i18n } from '#i18n';
import { Waiting } from '@/components/failure/Waiting.tsx';
import { useLive } from '@/components/hooks/live.ts';
import type { ManagedView } from '@/utils/flows/policy/managed.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';
import { Export } from './Export.tsx';
import { Import } from './import/Import.tsx';
import { MonthlyReceipts } from './MonthlyReceipts.tsx';
import { Organisation } from './Organisation.tsx';
import { Sync } from './Sync.tsx';
import { Unreadable } from './Unreadable.tsx';
import './data.css';

const readManaged = (): Promise<ManagedView> => sendMessage('managed');

/** What the person owns: out as files, in again, and on their other computers. */
export function Data() {
  const managed = useLive(readManaged, onChanged);
  if (!managed) return <Waiting what={i18n.t('dashboard.data')} />;
  return (
    <div class="stack reading">
      {managed.present && <Organisation {...managed} />}
      <Export allowed={managed.allowExport} />
      <MonthlyReceipts />
      <Import />
      <Unreadable />
      <Sync locked={managed.locked.includes('sync')} />
    </div>
  );
}
