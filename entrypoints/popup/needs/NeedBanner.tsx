import { i18n } from '#i18n';
import { Banner } from '@/components/design/Banner.tsx';
import type { Tone } from '@/components/design/Pill.tsx';
import { Action } from '@/components/parts/Action.tsx';
import { ClockIcon, PersonIcon, QuestionIcon, WarningIcon } from '@/components/parts/icons.tsx';
import { needName, needText } from './need-text.ts';
import { beforeDue, type Need } from './needs.ts';

const LOOKS = {
  run: { tone: 'todo', icon: ClockIcon },
  'wrong-account': { tone: 'bad', icon: WarningIcon },
  confirm: { tone: 'todo', icon: PersonIcon },
  ended: { tone: 'todo', icon: ClockIcon },
  suggestion: { tone: 'todo', icon: QuestionIcon },
  finish: { tone: 'todo', icon: ClockIcon },
} as const satisfies Record<Need['kind'], { tone: Exclude<Tone, 'over'>; icon: typeof ClockIcon }>;

interface NeedBannerProps {
  needs: readonly Need[];
  /** Connections whose date is near or past. */
  due: number;
  onOpen: (need: Need) => void;
  onQueue: () => void;
}

/** The one thing that comes first, and one button for it. */
export function NeedBanner({ needs: [first, ...others], due, onOpen, onQueue }: NeedBannerProps) {
  if (first && (due < 2 || beforeDue(first))) {
    const { tone, icon } = LOOKS[first.kind];
    const text = needText(first);
    return (
      <Banner
        tone={tone}
        icon={icon}
        alert={first.kind === 'wrong-account'}
        action={
          <Action kind="primary" label={`${i18n.t('needs.open')}: ${text}`} onPress={() => onOpen(first)}>
            {i18n.t('needs.open')}
          </Action>
        }
      >
        <strong>{needName(first)}</strong>: {text}
        {others.length > 0 && <span class="soft"> {i18n.t('needs.more', others.length)}</span>}
      </Banner>
    );
  }
  if (due < 2) return null;
  return (
    <Banner
      tone="warn"
      icon={ClockIcon}
      action={
        <Action kind="primary" onPress={onQueue}>
          {i18n.t('queue.open', due)}
        </Action>
      }
    >
      <strong>{i18n.t('queue.due', due)}</strong>
    </Banner>
  );
}
