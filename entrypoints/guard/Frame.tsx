import type { ComponentChildren } from 'preact';
import { Logo } from '@/components/parts/Logo.tsx';

/** What every state of the guard stands in. */
export function Frame({ heading, children }: { heading: string; children?: ComponentChildren }) {
  return (
    <main class="guard">
      <header class="row">
        <Logo />
        <span class="brand">Grantkeeper</span>
      </header>
      <h1>{heading}</h1>
      {children}
    </main>
  );
}
