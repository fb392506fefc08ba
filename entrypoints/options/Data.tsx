import { useLive } from '@/components/live.ts';
import type { ManagedView } from '@/utils/flows/managed.ts';
import { sendMessage } from '@/utils/messages.ts';
import { onChanged } from '@/utils/platform/face.ts';
import { Export } from './data/Export.tsx';
import { Import } from './data/Import.tsx';
import { Organisation } from './data/Organisation.tsx';
import { Sync } from './data/Sync.tsx';
import './data/data.css';

const readManaged = (): Promise<ManagedView> => sendMessage('managed');

/** What the person owns: out as files, in again, and on their other computers. */
export function Data() {
  const managed = useLive(readManaged, onChanged);
  if (!managed) return null;
  return (
    <div class="stack reading">
      {managed.present && <Organisation {...managed} />}
      <Export allowed={managed.allowExport} />
      <Import />
      <Sync locked={managed.locked.includes('sync')} />
    </div>
  );
}
