import { i18n } from '#i18n';
import { type Remaining, urgencyOf } from '@/utils/domain/due/expiry.ts';
import type { Listed } from '@/utils/domain/due/listing.ts';
import { type ConnectionState, stateOf } from '@/utils/domain/due/state.ts';
import { daysText, shortDaysText } from '@/utils/texts/due/days.ts';
import { Pill, type Tone } from '../design/Pill.tsx';
import { ClockIcon, PersonIcon, WarningIcon } from '../parts/icons.tsx';
import { ICONS, TONES } from './Days.tsx';

type NotByDate = Exclude<ConnectionState, 'unknown' | 'calm' | 'soon' | 'urgent' | 'expired'>;

const LOOKS = {
  'wrong-account': { tone: 'bad', icon: WarningIcon, text: 'standing.wrong' },
  'stopped-working': { tone: 'bad', icon: WarningIcon, text: 'standing.stopped' },
  'asked-again': { tone: 'bad', icon: WarningIcon, text: 'standing.asked' },
  unconfirmed: { tone: 'todo', icon: PersonIcon, text: 'standing.unconfirmed' },
  'to-finish': { tone: 'todo', icon: ClockIcon, text: 'standing.toFinish' },
} as const satisfies Record<NotByDate, { tone: Tone; icon: typeof ClockIcon; text: string }>;

/** How long it still lives, as short as a row needs it; read out in full. */
function ShortDays({ remaining }: { remaining: Remaining | undefined }) {
  const urgency = urgencyOf(remaining);
  return (
    <Pill tone={TONES[urgency]} icon={ICONS[urgency]}>
      <span aria-hidden="true">{shortDaysText(remaining)}</span>
      <span class="visually-hidden">{daysText(remaining)}</span>
    </Pill>
  );
}

/** How a connection stands, in one pill: what is wrong first, then what is to be done, then the days that are left. */
export function Standing({ row }: { row: Pick<Listed, 'account' | 'condition' | 'remaining' | 'urgency'> }) {
  const state = stateOf(row);
  if (!(state in LOOKS)) return <ShortDays remaining={row.remaining} />;
  const { tone, icon, text } = LOOKS[state as NotByDate];
  return (
    <Pill tone={tone} icon={icon}>
      {i18n.t(text)}
    </Pill>
  );
}
