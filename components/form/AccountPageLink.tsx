import { i18n } from '#i18n';
import type { Connection } from '@/utils/domain/account/connection.ts';
import { accountPageUrl } from '@/utils/domain/account/manage-url.ts';

/** The way to the account's number at the marketplace, and where it stands there; nothing where no page has it. */
export function AccountPageLink({ at }: { at: Pick<Connection, 'marketplace' | 'site' | 'central'> }) {
  const url = accountPageUrl(at);
  if (!url) return null;
  return (
    <p class="soft">
      <a href={url} target="_blank" rel="noreferrer">
        {i18n.t('form.lookUpAccount')}
      </a>
      {'. '}
      {i18n.t('form.lookUpWhere')}
    </p>
  );
}
