import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface DialogProps {
  onClose: () => void;
  /** Its first heading names it. */
  children: ComponentChildren;
}

/** What is to be dealt with before anything else on the page; Escape closes it. */
export function Dialog({ onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const { current } = dialog;
    const heading = current?.querySelector('h2');
    if (heading) heading.id = id;
    current?.showModal();
    return () => current?.close();
  }, [id]);
  return (
    <dialog class="dialog" ref={dialog} aria-labelledby={id} onClose={onClose}>
      {children}
    </dialog>
  );
}
