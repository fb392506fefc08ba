import type { Rect } from '@/utils/domain/overlay/placement.ts';
import { findAll } from './facts.ts';

const CONTROLS = [
  'a[href]',
  'button',
  'input:not([type="hidden"])',
  'select',
  'textarea',
  'label',
  'summary',
  '[role="button"]',
  '[role="checkbox"]',
  '[role="link"]',
  '[role="menuitem"]',
  '[tabindex]:not([tabindex="-1"])',
].join();

const DIALOGS = 'dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"]';

const seen = ({ width, height, bottom, top, left, right }: DOMRect): boolean =>
  width > 1 && height > 1 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;

/** The page's controls in the viewport. A control as large as the viewport (a page-wide link) counts like any other. */
export function obstacles(): Rect[] {
  return findAll(CONTROLS)
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map((element) => element.getBoundingClientRect())
    .filter(seen);
}

/** A dialog of the page is open: it has the person's attention. */
export function dialogOpen(): boolean {
  return findAll(DIALOGS).some(
    (element) =>
      element.checkVisibility({ visibilityProperty: true }) && seen(element.getBoundingClientRect()),
  );
}

/** Whether an element of ours is there, has a size, and is what stands at its own middle. */
export function isSeen(element: HTMLElement): boolean {
  const box = element.getBoundingClientRect();
  if (
    !element.isConnected ||
    !seen(box) ||
    !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  )
    return false;
  return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === element;
}
