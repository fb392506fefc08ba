import { i18n } from '#i18n';
import { type Remaining, urgencyOf } from '@/utils/domain/due/expiry.ts';
import type { Listed } from '@/utils/domain/due/listing.ts';
import { daysText, shortDaysText } from '@/utils/texts/due/days.ts';
import { Pill } from '../design/Pill.tsx';
import { ClockIcon, PersonIcon, WarningIcon } from '../parts/icons.tsx';
import { ICONS, TONES } from './Days.tsx';

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
export function Standing({ row }: { row: Pick<Listed, 'account' | 'condition' | 'remaining'> }) {
  const { account, condition, remaining } = row;
  if (account === 'wrong') {
    return (
      <Pill tone="bad" icon={WarningIcon}>
        {i18n.t('standing.wrong')}
      </Pill>
    );
  }
  if (condition === 'stopped-working' || condition === 'asked-again') {
    return (
      <Pill tone="bad" icon={WarningIcon}>
        {i18n.t(condition === 'asked-again' ? 'standing.asked' : 'standing.stopped')}
      </Pill>
    );
  }
  if (account === 'unconfirmed') {
    return (
      <Pill tone="todo" icon={PersonIcon}>
        {i18n.t('standing.unconfirmed')}
      </Pill>
    );
  }
  if (condition === 'to-finish') {
    return (
      <Pill tone="todo" icon={ClockIcon}>
        {i18n.t('standing.toFinish')}
      </Pill>
    );
  }
  return <ShortDays remaining={remaining} />;
}
