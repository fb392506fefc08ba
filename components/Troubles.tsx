import { i18n } from '#i18n';
import type { Trouble } from '@/utils/domain/badge.ts';
import { Access } from './Access.tsx';
import { WarningIcon } from './icons.tsx';

interface TroublesProps {
  troubles: Trouble[];
  withheld: string[];
  /** Asks the browser for these domains; called first thing in the press. */
  ask: (domains: readonly string[]) => Promise<void>;
}

/** What keeps Grantkeeper from working, and the button that mends it. */
export function Troubles({ troubles, withheld, ask }: TroublesProps) {
  return (
    <>
      {troubles.includes('guard') && (
        <section class="card bad stack tight" role="alert">
          <h2 class="row">
            <WarningIcon /> {i18n.t('access.heading')}
          </h2>
          <Access domains={withheld} ask={ask} />
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
