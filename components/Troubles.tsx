import { i18n } from '#i18n';
import type { Trouble } from '@/utils/domain/badge.ts';
import type { Finding as Found } from '@/utils/domain/finding.ts';
import type { Refusal } from '@/utils/domain/refusal.ts';
import { findingHeading } from '@/utils/texts/finding.ts';
import { Finding } from './Finding.tsx';
import { WarningIcon } from './icons.tsx';

interface TroublesProps {
  troubles: Trouble[];
  /** Why the database refuses. */
  refusal?: Refusal | undefined;
  finding?: Found | undefined;
  /** Does what the button of the finding says; called first thing in the press. */
  mend: (finding: Found) => Promise<void>;
}

/** The person can save what is there; else there is nothing that could be read. */
const READABLE: readonly Refusal[] = ['full', 'newer', 'damaged'];

/** What keeps Grantkeeper from working, and the button that mends it. */
export function Troubles({ troubles, refusal = 'refused', finding, mend }: TroublesProps) {
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
          <p>{i18n.t(`refusal.${refusal}`)}</p>
          {READABLE.includes(refusal) && (
            <div class="row">
              <a class="button" href="/options.html#data" target="_blank" rel="noreferrer">
                {i18n.t('refusal.save')}
              </a>
            </div>
          )}
        </section>
      )}
    </>
  );
}
