import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface ActionProps {
  onPress: () => Promise<unknown> | unknown;
  children: ComponentChildren;
  kind?: 'primary' | 'plain' | 'choice';
  /** False while a press must not count yet; the button stays focusable and says so. */
  ready?: boolean;
  label?: string;
}

/** A button that acts once at a time and only on a real press of the person. */
export function Action({ onPress, children, kind, ready = true, label }: ActionProps) {
  const [busy, setBusy] = useState(false);
  const usable = ready && !busy;
  const press = async (event: Event): Promise<void> => {
    if (!usable || !event.isTrusted) return;
    setBusy(true);
    try {
      await onPress();
    } finally {
      setBusy(false);
    }
  };
  return (
    <button type="button" class={kind} aria-disabled={!usable} aria-label={label} onClick={press}>
      {children}
    </button>
  );
}
