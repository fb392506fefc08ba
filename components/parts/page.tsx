import { type ComponentChildren, render } from 'preact';
import { locale } from '@/utils/texts/names.ts';
import { Boundary } from '../failure/Boundary.tsx';
import { Diagnosis } from './help.ts';
import '../styles/all.css';
import '../failure/failure.css';

/**
 * Puts a page of ours on the screen, in the person's language.
 *
 * @param diagnose Collects what somebody who helps needs to know.
 */
export function showPage(
  title: string,
  content: ComponentChildren,
  diagnose: (error?: unknown) => Promise<string>,
): void {
  document.documentElement.lang = locale();
  document.title = title;
  const root = document.getElementById('app');
  if (!root) return;
  render(
    <Diagnosis.Provider value={diagnose}>
      <Boundary of="page">{content}</Boundary>
    </Diagnosis.Provider>,
    root,
  );
}
