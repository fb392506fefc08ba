import { i18n } from '#i18n';
import { Access } from '@/components/Access.tsx';
import { WarningIcon } from '@/components/icons.tsx';
import type { Trouble } from '@/utils/domain/badge.ts';
import { askForHosts } from '@/utils/platform/permissions.ts';

interface TroublesProps {
  troubles: Trouble[];
  withheld: string[];
}

/** What keeps Grantkeeper from working, and the button that mends it. */
export function Troubles({ troubles, withheld }: TroublesProps) {
  return (
    <>
      {troubles.includes('guard') && (
        <section class="card bad stack tight" role="alert">
          <h2 class="row">
            <WarningIcon /> {i18n.t('access.heading')}
          </h2>
          <Access domains={withheld} ask={askForHosts} />
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
