import type { ComponentChildren } from 'preact';

interface EmptyStateProps {
  picture?: ComponentChildren;
  heading: string;
  children?: ComponentChildren;
  action?: ComponentChildren;
}

/** Nothing is there yet: what this place is for, and the first step. */
export function EmptyState({ picture, heading, children, action }: EmptyStateProps) {
  return (
    <section class="empty-state">
      {picture}
      <h2>{heading}</h2>
      {children}
      {action}
    </section>
  );
}
