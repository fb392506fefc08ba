import { i18n } from '#i18n';
import { startLink } from '../links.ts';

interface RenewProps {
  id: string;
  name: string;
  /** Its date is near or past, or something is wrong with it. */
  due?: boolean;
}

/** Opens the start of a connection's renewal. */
export function Renew({ id, name, due }: RenewProps) {
  return (
    <a
      class={due ? 'button primary' : 'button'}
      href={startLink(id)}
      target="_blank"
      rel="noreferrer"
      aria-label={i18n.t('popup.startFor', [name])}
    >
      {i18n.t('popup.start')}
    </a>
  );
}
