import type { ComponentChildren, JSX } from 'preact';
import type { Tone } from './Pill.tsx';

interface BannerProps {
  tone: Exclude<Tone, 'over'>;
  icon: (props: { size?: number }) => JSX.Element;
  /** Read out at once, because it cannot wait. */
  alert?: boolean;
  /** The one thing to do about it. */
  action?: ComponentChildren;
  children: ComponentChildren;
}

/** One thing to know, in one line. */
export function Banner({ tone, icon: Icon, alert, action, children }: BannerProps) {
  return (
    <div class={`banner ${tone}`} role={alert ? 'alert' : undefined}>
      <Icon size={18} />
      <div>{children}</div>
      {action && <div class="banner-action">{action}</div>}
    </div>
  );
}
