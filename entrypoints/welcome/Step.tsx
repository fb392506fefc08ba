import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { CheckIcon } from '@/components/parts/icons.tsx';

interface StepProps {
  heading: string;
  done: boolean;
  children: ComponentChildren;
}

/** One of the first steps; its number becomes a tick once it is done. */
export function Step({ heading, done, children }: StepProps) {
  return (
    <li class={done ? 'card welcome-step done' : 'card welcome-step'}>
      <span class="welcome-number" aria-hidden="true">
        {done && <CheckIcon size={18} />}
      </span>
      <div class="stack">
        <h2>
          {heading}
          {done && <span class="visually-hidden"> {i18n.t('welcome.done')}</span>}
        </h2>
        {children}
      </div>
    </li>
  );
}
