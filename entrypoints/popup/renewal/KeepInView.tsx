import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Action } from '@/components/parts/Action.tsx';
import { isInSidePanel, openSidePanel, ownWindow } from '@/utils/platform/surface/side-panel.ts';

/** The toolbar's window closes at the first click beside it; the side panel stays while one works on the page. */
export function KeepInView() {
  const [windowId, setWindowId] = useState<number>();
  useEffect(() => void ownWindow().then(setWindowId), []);
  if (isInSidePanel() || windowId === undefined) return null;
  return (
    <Action
      kind="plain"
      onPress={async () => {
        await openSidePanel(windowId);
        close();
      }}
    >
      {i18n.t('run.keepInView')}
    </Action>
  );
}
