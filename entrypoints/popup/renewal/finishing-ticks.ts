import { useTicks } from '@/components/hooks/ticks.ts';
import type { Connection } from '@/utils/domain/account/connection.ts';
import { problemOf } from '@/utils/messages/ask.ts';
import { sendMessage } from '@/utils/messages/send.ts';

/** A connection with the steps in its software as the person has ticked them, and what a tick of them does. */
export function useFinishing(connection: Connection) {
  const { finishing } = connection;
  const { ticked, tick, problem } = useTicks(finishing?.done ?? [], (step, done) =>
    problemOf(sendMessage('connection/step', { id: connection.id, step, done })),
  );
  const shown = finishing ? { ...connection, finishing: { ...finishing, done: ticked } } : connection;
  return { shown, tick, problem };
}
