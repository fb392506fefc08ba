import type { ComponentChildren, JSX } from 'preact';

/** What a colour means, on every surface: to do, done, a date comes near, wrong, over. */
export type Tone = 'plain' | 'todo' | 'good' | 'warn' | 'bad' | 'over';

interface PillProps {
  tone: Tone;
  icon?: (props: { size?: number }) => JSX.Element;
  children: ComponentChildren;
}

/** How something stands, in a few words. */
export function Pill({ tone, icon: Icon, children }: PillProps) {
  return (
    <span class={`pill ${tone}`}>
      {Icon && <Icon size={14} />}
      {children}
    </span>
  );
}
