import { i18n } from '#i18n';
import { ConnectionMark } from '@/components/design/ConnectionMark.tsx';
import { ListRow } from '@/components/design/ListRow.tsx';
import { Menu } from '@/components/design/Menu.tsx';
import { Standing } from '@/components/due/Standing.tsx';
import { Action } from '@/components/parts/Action.tsx';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import { shortPlaceName, softwareName } from '@/utils/texts/names.ts';
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

/** So many characters of a name always fit; of a longer one its end always shows, and its middle gives way. */
const FITS = 28;
const END = 12;

/** A name on one line: two long ones that differ only at their end are still told apart. */
function Name({ name }: { name: string }) {
  const letters = [...new Intl.Segmenter().segment(name)].map(({ segment }) => segment);
  if (letters.length <= FITS) return name;
  return (
    <span class="long-name">
      <span class="long-name-start">{letters.slice(0, -END).join('')}</span>
      <span>{letters.slice(-END).join('')}</span>
    </span>
  );
}

/** One connection: how it stands, its renewal, and the rest in a menu. The row itself opens all about it. */
export function ConnectionRow({ row, renewing, place, count, ...on }: ConnectionRowProps) {
  const { id, name, urgency, muted, condition } = row;
  const marketplace = marketplaceById(row.marketplace).name;
  const reported = condition === 'stopped-working' || condition === 'asked-again';
  const where = [
    shortPlaceName(row.marketplace, row.site),
    softwareName(row),
    muted && i18n.t('list.isMuted'),
  ]
    .filter(Boolean)
    .join(' · ');
  const due = reported || row.account === 'wrong' || (!muted && urgency !== 'calm' && urgency !== 'unknown');
  return (
    <li class="opens" aria-posinset={place} aria-setsize={count}>
      <ListRow
        mark={<ConnectionMark connection={row} />}
        name={
          <button type="button" class="opener" title={name} aria-label={name} onClick={() => on.onOpen(id)}>
            <Name name={name} />
          </button>
        }
        line={
          <>
            <Standing row={row} />
            <span class="where" title={where}>
              {where}
            </span>
          </>
        }
        end={
          <>
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
