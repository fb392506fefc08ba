import type { Connection } from '@/utils/domain/account/connection.ts';
import { conditionOf, type Condition as How } from '@/utils/domain/run/checklist/finishing.ts';
import { conditionText } from '@/utils/texts/due/condition.ts';
import { CheckIcon, ClockIcon, WarningIcon } from '../parts/icons.tsx';
import './days.css';

const ICONS: Record<How, typeof CheckIcon> = {
  'to-finish': ClockIcon,
  working: CheckIcon,
  'stopped-working': WarningIcon,
  'asked-again': WarningIcon,
};

const TONES: Record<How, string> = {
  'to-finish': 'soon',
  working: 'calm',
  'stopped-working': 'urgent',
  'asked-again': 'urgent',
};

/** Whether a connection works in the software, which is not the same as approved at the marketplace. */
export function Condition({ connection }: { connection: Connection }) {
  const condition = conditionOf(connection);
  if (!condition) return null;
  const Icon = ICONS[condition];
  return (
    <p class={`condition ${TONES[condition]}`}>
      <Icon size={14} />
      <span>{conditionText(connection, condition)}</span>
    </p>
  );
}
