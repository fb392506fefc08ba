import { useLive } from '@/components/live.ts';
import type { Overview } from '@/utils/flows/views.ts';
import { sendMessage } from '@/utils/messages.ts';
import { onChanged } from '@/utils/platform/face.ts';
import { ConnectionRows } from './ConnectionRows.tsx';

const readOverview = (): Promise<Overview> => sendMessage('overview');

/** All connections. */
export function Connections() {
  const overview = useLive(readOverview, onChanged);
  return overview ? <ConnectionRows connections={overview.connections} /> : null;
}
