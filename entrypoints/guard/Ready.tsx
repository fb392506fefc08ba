import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import type { GuardView } from '@/utils/flows/reading/views.ts';
import type { Decide } from './decide.ts';
import { Frame } from './Frame.tsx';

/** The address is the awaited one: it goes on once, as soon as the page is in view. */
export function Ready({ view, decide }: { view: Extract<GuardView, { kind: 'ready' }>; decide: Decide }) {
  const sent = useRef(false);
  useEffect(() => {
    const look = (): void => {
      if (sent.current || document.visibilityState !== 'visible') return;
      sent.current = true;
      void decide({ type: 'go-on', runId: view.runId });
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [view.runId, decide]);
  return <Frame heading={i18n.t('guard.goingOn', [marketplaceById(view.marketplace).name])} />;
}
