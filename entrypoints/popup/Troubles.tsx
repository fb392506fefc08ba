import { i18n } from '#i18n';
import { WarningIcon } from '@/components/icons.tsx';
import type { Trouble } from '@/utils/domain/badge.ts';
import { askForHosts } from '@/utils/platform/permissions.ts';

/** What keeps Grantkeeper from working, and the button that mends it. */
export function Troubles({ troubles }: { troubles: Trouble[] }) {
  return (
    <>
      {troubles.includes('guard') && (
        <section class="card bad stack tight" role="alert">
          <h2 class="row">
            <WarningIcon /> {i18n.t('trouble.guardHeading')}
          </h2>
          <p>{i18n.t('trouble.guardText')}</p>
          <div class="row">
            <button type="button" class="primary" onClick={askForHosts}>
              {i18n.t('trouble.guardButton')}
            </button>
          </div>
        </section>
      )}
      {troubles.includes('database') && (
        <section class="card bad stack tight" role="alert">
          <h2 class="row">
            <WarningIcon /> {i18n.t('trouble.databaseHeading')}
          </h2>
          <p>{i18n.t('trouble.databaseText')}</p>
        </section>
      )}
    </>
  );
}
