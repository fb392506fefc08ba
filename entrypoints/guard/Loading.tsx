import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { useLate, Waiting } from '@/components/failure/Waiting.tsx';
import { Frame } from './Frame.tsx';

/** Before the guard can ask; `what` says what is waited for. */
export function Loading({ what, children }: { what: string; children?: ComponentChildren }) {
  const late = useLate();
  return (
    <Frame heading={i18n.t(late ? 'failure.lateHeading' : 'common.loading')}>
      {children}
      <Waiting what={what} quiet />
    </Frame>
  );
}
