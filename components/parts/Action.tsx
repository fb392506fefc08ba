import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { refusalOf } from '@/utils/texts/problems.ts';

interface ActionProps {
  onPress: () => Promise<unknown> | unknown;
  children: ComponentChildren;
  kind?: 'primary' | 'danger' | 'plain';
  /** The one that a surface is there for. */
  large?: boolean;
  /** False while a press must not count yet: the button stays focusable and fills, and counts once it is full. */
  ready?: boolean;
  label?: string;
}

/** A key that is held down since before the button was there is no press of it. */
function freshOnly(event: KeyboardEvent): void {
  if (event.repeat) event.preventDefault();
}

/**
 * A button that acts once at a time and only on a real click. What it asked for and was refused, or was never answered,
 * is said beside it; unless the surface says so itself.
 */
export function Action({ onPress, children, kind, large, ready = true, label }: ActionProps) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const usable = ready && !busy;
  const press = async (event: Event): Promise<void> => {
    if (!usable || !event.isTrusted) return;
    setBusy(true);
    setRefusal(undefined);
    setRefusal(await refusalOf(onPress));
    setBusy(false);
  };
  const fills = !ready && (kind === 'primary' || kind === 'danger');
  const classes = [kind, large && 'large', fills && 'settling'].filter(Boolean).join(' ');
  return (
    <>
      <button
        type="button"
        class={classes || undefined}
        aria-disabled={!usable}
        aria-label={label}
        onClick={press}
        onKeyDown={freshOnly}
      >
        {children}
      </button>
      {refusal !== undefined && (
        <p role="alert" class="refusal">
          {refusal}
        </p>
      )}
    </>
  );
}
