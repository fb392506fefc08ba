import { i18n } from '#i18n';
import { ConnectionMark } from '@/components/design/ConnectionMark.tsx';
import { ListRow } from '@/components/design/ListRow.tsx';
import { Menu } from '@/components/design/Menu.tsx';
import { Standing } from '@/components/due/Standing.tsx';
import { Action } from '@/components/parts/Action.tsx';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import { placeName, softwareName } from '@/utils/texts/names.ts';
import type { Row } from './rows.ts';

/** What can be done with a connection from its row. */
export interface RowActions {
  onOpen: (id: string) => void;
  onStart: (id: string) => void;
  onDate: (id: string) => void;
  onStopped: (id: string) => void;
  onAsked: (id: string) => void;
  onCheck: (id: string) => void;
}

interface ConnectionRowProps extends RowActions {
  row: Row;
  /** A renewal of it is under way. */
  renewing: boolean;
  place: number;
  count: number;
}

/** One connection: how it stands, its renewal, and the rest in a menu. The row itself opens all about it. */
export function ConnectionRow({ row, renewing, place, count, ...on }: ConnectionRowProps) {
  const { id, name, urgency, muted, condition } = row;
  const marketplace = marketplaceById(row.marketplace).name;
  const reported = condition === 'stopped-working' || condition === 'asked-again';
  const due = reported || row.account === 'wrong' || (!muted && urgency !== 'calm' && urgency !== 'unknown');
  return (
    <li class="opens" aria-posinset={place} aria-setsize={count}>
      <ListRow
        mark={<ConnectionMark connection={row} />}
        name={
          <button type="button" class="opener" title={name} onClick={() => on.onOpen(id)}>
            {name}
          </button>
        }
        line={[softwareName(row), placeName(row.marketplace, row.site), muted && i18n.t('list.isMuted')]
          .filter(Boolean)
          .join(' · ')}
        end={
          <>
            <Standing row={row} />
            {renewing ? (
              <span class="soft">{i18n.t('queue.running')}</span>
            ) : (
              <Action
                {...(due && { kind: 'primary' as const })}
                label={i18n.t('popup.startFor', [name])}
                onPress={() => on.onStart(id)}
              >
                {i18n.t('popup.start')}
              </Action>
            )}
            <Menu
              label={i18n.t('popup.more', [name])}
              items={[
                { label: i18n.t('popup.details'), onChoose: () => on.onOpen(id) },
                { label: i18n.t('private.elsewhere'), onChoose: () => on.onDate(id) },
                { label: i18n.t('report.check', [marketplace]), onChoose: () => on.onCheck(id) },
                ...(renewing || reported
                  ? []
                  : [
                      { label: i18n.t('report.stopped'), onChoose: () => on.onStopped(id) },
                      { label: i18n.t('report.asked', [marketplace]), onChoose: () => on.onAsked(id) },
                    ]),
              ]}
            />
          </>
        }
      />
    </li>
  );
}
