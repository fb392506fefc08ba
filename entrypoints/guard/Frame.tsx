import type { ComponentChildren } from 'preact';
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
      </header>
      <h1>{heading}</h1>
      {said && <p class="said">{said}</p>}
      {children}
    </main>
  );
}
