import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { HelpLink } from '@/components/parts/HelpLink.tsx';
import { Logo } from '@/components/parts/Logo.tsx';

interface FrameProps {
  heading: string;
  /** A line below the heading. */
  said?: string;
  children?: ComponentChildren;
}

/** What every state of the guard stands in. */
export function Frame({ heading, said, children }: FrameProps) {
  return (
    <main class="guard">
      <header>
        <Logo size={24} />
        <span>Grantkeeper</span>
        <HelpLink href="/help.html#stopped" label={i18n.t('help.why')} />
      </header>
      <h1>{heading}</h1>
      {said && <p class="said">{said}</p>}
      {children}
    </main>
  );
}
