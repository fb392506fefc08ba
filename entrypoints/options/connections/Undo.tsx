import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Action } from '@/components/parts/Action.tsx';

/** What was just done, and how to take it back. */
export interface Done {
  text: string;
  /** Says in words why it could not be taken back. */
  undo?: () => Promise<string | undefined>;
}

/** Says what was done; it stays until the next thing is done or it is put away. */
export function Undo({ done, onClose }: { done: Done; onClose: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<string>();

  // What was pressed may be gone from the page: the keyboard goes on here.
  useEffect(() => {
    box.current?.querySelector('button')?.focus({ preventScroll: true });
  }, []);

  const takeBack = async (): Promise<void> => {
    const found = await done.undo?.();
    if (found === undefined) onClose();
    else setProblem(found);
  };
  return (
    <div class="card undo row" ref={box}>
      <span role="status">{problem ?? done.text}</span>
      {done.undo && (
        <Action kind="primary" onPress={takeBack}>
          {i18n.t('list.undo')}
        </Action>
      )}
      <Action kind="plain" onPress={onClose}>
        {i18n.t('list.close')}
      </Action>
    </div>
  );
}
