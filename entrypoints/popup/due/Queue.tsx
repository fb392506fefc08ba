import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Sheet } from '@/components/design/Sheet.tsx';
import { Days } from '@/components/due/Days.tsx';
import { useSettled } from '@/components/hooks/settled.ts';
import { Action } from '@/components/parts/Action.tsx';
import type { Connection } from '@/utils/domain/account/connection.ts';
import type { QueueGroup } from '@/utils/domain/due/queue.ts';
import { isAlive } from '@/utils/domain/run/run.ts';
import type { ConnectionView, QueueView, RunView } from '@/utils/flows/reading/views.ts';
import { placeName, softwareName } from '@/utils/texts/names.ts';

interface GroupProps {
  group: QueueGroup<ConnectionView>;
  /** The first of all: the one that is suggested next. */
  next: Connection | undefined;
  /** Absent while a renewal is under way. */
  onStart: ((connection: Connection) => void) | undefined;
  renewing: ReadonlySet<string>;
  /** What was renewed goes from the list: a press counts once the rest has come to stand. */
  settled: boolean;
}

function Group({ group: { members }, next, onStart, renewing, settled }: GroupProps) {
  const [{ connection: first }] = members;
  return (
    <section class="card stack tight">
      <h3>
        {placeName(first.marketplace, first.site)}
        {first.signInName && <span class="soft"> · {first.signInName}</span>}
      </h3>
      {members.length > 1 && <p class="soft">{i18n.t('queue.oneSignIn', members.length)}</p>}
      <ul class="stack tight">
        {members.map(({ connection, remaining }) => (
          <li key={connection.id} class="queued">
            <div class="row spread">
              <span>
                <strong>{connection.name}</strong> <span class="soft">{softwareName(connection)}</span>
              </span>
              <Days remaining={remaining} />
            </div>
            {renewing.has(connection.id) && <p class="soft">{i18n.t('queue.running')}</p>}
            {onStart && (
              <Action
                {...(connection.id === next?.id && { kind: 'primary' as const })}
                ready={settled}
                label={i18n.t('queue.renewFor', [connection.name])}
                onPress={() => onStart(connection)}
              >
                {i18n.t('queue.renew')}
              </Action>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface QueueProps {
  queue: QueueView;
  runs: RunView[];
  onStart: (connection: Connection) => void;
  onClose: () => void;
}

/** All that is due, by account, one after the other. What was renewed is not due any more, so it goes on where it was left. */
export function Queue({ queue: { due, groups }, runs, onStart, onClose }: QueueProps) {
  const more = due - groups.reduce((sum, { members }) => sum + members.length, 0);
  const living = runs.filter(({ run }) => isAlive(run));
  const renewing = new Set(living.flatMap(({ run }) => run.connectionId ?? []));
  const isBusy = living.length > 0;
  const list = useRef<HTMLDivElement>(null);
  const settled = useSettled(list);
  return (
    <Sheet heading={i18n.t('queue.heading')} onBack={onClose}>
      <div class="stack" ref={list}>
        <p>{i18n.t(groups.length === 0 ? 'queue.none' : 'queue.intro')}</p>
        {isBusy && groups.length > 0 && <p role="status">{i18n.t('queue.busy')}</p>}
        {groups.map((group) => (
          <Group
            key={group.key}
            group={group}
            next={groups[0]?.members[0].connection}
            renewing={renewing}
            settled={settled}
            onStart={isBusy ? undefined : onStart}
          />
        ))}
        {more > 0 && <p class="soft">{i18n.t('queue.more', more)}</p>}
      </div>
    </Sheet>
  );
}
