import type { JSX } from 'preact';
import { i18n } from '#i18n';
import { ConnectionMark } from '@/components/design/ConnectionMark.tsx';
import { Pill } from '@/components/design/Pill.tsx';
import { Days } from '@/components/due/Days.tsx';
import { DaysBar } from '@/components/due/DaysBar.tsx';
import {
  ArchiveIcon,
  BellIcon,
  BellOffIcon,
  BinIcon,
  CalendarIcon,
  LockIcon,
  PencilIcon,
  UnarchiveIcon,
  WarningIcon,
} from '@/components/parts/icons.tsx';
import type { Urgency } from '@/utils/domain/due/expiry.ts';
import type { Listed } from '@/utils/domain/due/listing.ts';
import type { Condition } from '@/utils/domain/run/checklist/finishing.ts';
import { problemOf } from '@/utils/messages/ask.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { dateText } from '@/utils/texts/due/days.ts';
import { placeName, softwareName } from '@/utils/texts/names.ts';
import { detailLink, linkTo, needLink } from '../links.ts';
import { Renew } from './Renew.tsx';
import type { Done } from './Undo.tsx';

interface RowProps {
  row: Listed;
  /** Its place in the whole table, the head counted. */
  index: number;
  onEdit: () => void;
  onDone: (done: Done) => void;
}

interface ToolProps {
  label: string;
  Icon: (props: { size?: number }) => JSX.Element;
  onPress: () => void;
  /** It does nothing but say why it does nothing. */
  off?: boolean;
}

function Tool({ label, Icon, onPress, off }: ToolProps) {
  return (
    <button
      type="button"
      class="plain icon"
      aria-label={label}
      title={label}
      {...(off && { 'aria-disabled': true })}
      onClick={onPress}
    >
      <Icon />
    </button>
  );
}

/** When a renewal is due. */
const DUE: readonly Urgency[] = ['soon', 'urgent', 'expired'];

const CONDITIONS = {
  'to-finish': { tone: '', text: 'standing.toFinish' },
  working: { tone: '', text: 'list.working' },
  'stopped-working': { tone: 'bad', text: 'list.stopped' },
  'asked-again': { tone: 'bad', text: 'list.asked' },
} as const satisfies Record<Condition, unknown>;

/** One connection of the list, and what can be done with it. */
export function ConnectionRow({ row, index, onEdit, onDone }: RowProps) {
  const { id, name, muted, archived, account, condition, signInName, remaining, urgency, preset } = row;
  const removed = async (): Promise<void> => {
    const problem = await problemOf(sendMessage('connection/remove', { id }));
    const undo = () => problemOf(sendMessage('connection/restore', { id }));
    onDone(problem === undefined ? { text: i18n.t('list.removed', [name]), undo } : { text: problem });
  };
  const put = async (wanted: boolean): Promise<void> => {
    const ask = (archived: boolean) => problemOf(sendMessage('connection/archive', { id, archived }));
    const text = i18n.t(wanted ? 'list.archived' : 'list.unarchived', [name]);
    const problem = await ask(wanted);
    onDone(problem === undefined ? { text, undo: () => ask(!wanted) } : { text: problem });
  };
  const mute = async (wanted: boolean): Promise<void> => {
    const ask = (muted: boolean) => problemOf(sendMessage('connection/mute', { id, muted }));
    const text = i18n.t(wanted ? 'list.muted' : 'list.unmuted', [name]);
    const problem = await ask(wanted);
    onDone(problem === undefined ? { text, undo: () => ask(!wanted) } : { text: problem });
  };
  const stays = i18n.t('managed.stays', [name]);
  return (
    <tr aria-rowindex={index}>
      <th scope="row" class="name">
        <span class="marked">
          <ConnectionMark connection={row} size={22} />
          <a href={linkTo('connections', id)} title={name}>
            {name}
          </a>
        </span>
        <span class="soft below">
          {account && (
            <a
              class={`tag ${account === 'wrong' ? 'bad' : ''}`}
              href={needLink(id)}
              target="_blank"
              rel="noreferrer"
            >
              <WarningIcon size={13} />
              {i18n.t(account === 'wrong' ? 'list.wrong' : 'list.unconfirmed')}
            </a>
          )}
          {condition && (
            <span class={`tag ${CONDITIONS[condition].tone}`}>{i18n.t(CONDITIONS[condition].text)}</span>
          )}
          {preset && <span class="tag">{i18n.t('managed.short')}</span>}
          {muted && <span class="tag">{i18n.t('list.isMuted')}</span>}
          {archived && <span class="tag">{i18n.t('list.isArchived')}</span>}
          {signInName && <span class="cut">{signInName}</span>}
        </span>
      </th>
      <td class="software">
        <span class="lines">{softwareName(row)}</span>
      </td>
      <td class="place">
        <span class="lines">{placeName(row.marketplace, row.site)}</span>
      </td>
      <td class="end">
        {account === 'wrong' ? (
          <Pill tone="bad" icon={WarningIcon}>
            {i18n.t('standing.wrong')}
          </Pill>
        ) : (
          <Days remaining={remaining} />
        )}
        <span class="row">
          {account !== 'wrong' && <DaysBar remaining={remaining} />}
          {remaining && <span class="soft">{dateText(remaining.expiry)}</span>}
        </span>
      </td>
      <td class="actions">
        {!archived && (
          <Renew id={id} name={name} due={account === 'wrong' || (!muted && DUE.includes(urgency))} />
        )}
        {!archived && (
          <a
            class="button plain icon"
            href={detailLink(id)}
            target="_blank"
            rel="noreferrer"
            aria-label={`${i18n.t('detail.act')} (${name})`}
            title={i18n.t('detail.act')}
          >
            <CalendarIcon />
          </a>
        )}
        <Tool label={i18n.t('list.edit', [name])} Icon={PencilIcon} onPress={onEdit} />
        <Tool
          label={i18n.t(muted ? 'list.unmute' : 'list.mute', [name])}
          Icon={muted ? BellOffIcon : BellIcon}
          onPress={() => void mute(!muted)}
        />
        <Tool
          label={i18n.t(archived ? 'list.unarchive' : 'list.archive', [name])}
          Icon={archived ? UnarchiveIcon : ArchiveIcon}
          onPress={() => void put(!archived)}
        />
        {preset ? (
          <Tool label={stays} Icon={LockIcon} off onPress={() => onDone({ text: stays })} />
        ) : (
          <Tool label={i18n.t('list.remove', [name])} Icon={BinIcon} onPress={() => void removed()} />
        )}
      </td>
    </tr>
  );
}
