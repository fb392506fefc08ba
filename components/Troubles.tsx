import { i18n } from '#i18n';
import type { Trouble } from '@/utils/domain/badge.ts';
import type { Finding as Found } from '@/utils/domain/finding.ts';
import { findingHeading } from '@/utils/texts/finding.ts';
import { Finding } from './Finding.tsx';
import { WarningIcon } from './icons.tsx';

interface TroublesProps {
  troubles: Trouble[];
  finding: Found | undefined;
  /** Does what the button of the finding says; called first thing in the press. */
  mend: (finding: Found) => Promise<void>;
}

/** What keeps Grantkeeper from working, and the button that mends it. */
export function Troubles({ troubles, finding, mend }: TroublesProps) {
  return (
    <>
      {finding && (
        <section class="card bad stack tight" role="alert">
          <h2 class="row">
            <WarningIcon /> {findingHeading(finding)}
          </h2>
          <Finding finding={finding} mend={mend} />
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
