import { type Remaining, type Urgency, urgencyOf } from '@/utils/domain/due/expiry.ts';
import { daysText } from '@/utils/texts/due/days.ts';
import { Pill, type Tone } from '../design/Pill.tsx';
import { CheckIcon, ClockIcon, CrossIcon, QuestionIcon, WarningIcon } from '../parts/icons.tsx';

export const ICONS: Record<Urgency, typeof CheckIcon> = {
  unknown: QuestionIcon,
  calm: CheckIcon,
  soon: ClockIcon,
  urgent: WarningIcon,
  expired: CrossIcon,
};

export const TONES: Record<Urgency, Tone> = {
  unknown: 'plain',
  calm: 'good',
  soon: 'warn',
  urgent: 'bad',
  expired: 'over',
};

/** How long an authorisation still lives: in words, with a picture and a colour that say the same. */
export function Days({ remaining }: { remaining: Remaining | undefined }) {
  const urgency = urgencyOf(remaining);
  return (
    <Pill tone={TONES[urgency]} icon={ICONS[urgency]}>
      {daysText(remaining)}
    </Pill>
  );
}
