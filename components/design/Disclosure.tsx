import type { ComponentChildren } from 'preact';

interface DisclosureProps {
  label: string;
  open?: boolean;
  children: ComponentChildren;
}

/** What few need, one click away. */
export function Disclosure({ label, open = false, children }: DisclosureProps) {
  return (
    <details class="disclosure" open={open}>
      <summary>{label}</summary>
      <div class="disclosure-body stack">{children}</div>
    </details>
  );
}
