import { type ComponentChildren, render } from 'preact';
import { locale } from '@/utils/texts/names.ts';
import '../styles/all.css';

/** Puts a page of ours on the screen, in the person's language. */
export function showPage(title: string, content: ComponentChildren): void {
  document.documentElement.lang = locale();
  document.title = title;
  const root = document.getElementById('app');
  if (root) render(content, root);
}
