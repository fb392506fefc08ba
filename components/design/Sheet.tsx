import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { BackIcon } from '../parts/icons.tsx';

interface SheetProps {
  heading: string;
  onBack: () => void;
  /** What can be done here; stays in view. */
  foot?: ComponentChildren;
  children: ComponentChildren;
}

/** Takes the place of the page that it was opened from. */
export function Sheet({ heading, onBack, foot, children }: SheetProps) {
  return (
    <section class="sheet" aria-label={heading}>
      <div class="sheet-head">
        <button type="button" class="plain icon" aria-label={i18n.t('common.back')} onClick={onBack}>
          <BackIcon />
        </button>
        <h2>{heading}</h2>
      </div>
      <div class="sheet-body">{children}</div>
      {foot && <div class="sheet-foot">{foot}</div>}
    </section>
  );
}
