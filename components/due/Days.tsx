import { type Remaining, type Urgency, urgencyOf } from '@/utils/domain/due/expiry.ts';
import { daysText } from '@/utils/texts/due/days.ts';
import { CheckIcon, ClockIcon, CrossIcon, QuestionIcon, WarningIcon } from '../parts/icons.tsx';
import './days.css';

const ICONS: Record<Urgency, typeof CheckIcon> = {
  unknown: QuestionIcon,
  calm: CheckIcon,
  soon: ClockIcon,
  urgent: WarningIcon,
  expired: CrossIcon,
};

/** How long an authorisation still lives: in words, with a picture and a colour that say the same. */
export function Days({ remaining }: { remaining: Remaining | undefined }) {
  const urgency = urgencyOf(remaining);
  const Icon = ICONS[urgency];
  return (
    <span class={`days ${urgency}`}>
      <Icon size={14} />
      {daysText(remaining)}
    </span>
  );
}
