import { i18n } from '#i18n';
import type { ManagedView } from '@/utils/flows/policy/managed.ts';
import { list } from '@/utils/texts/names.ts';
import { FaultList } from './import/Faults.tsx';

/** What the person's organisation has decided. */
export function Organisation({ connections, locked, faults }: ManagedView) {
  return (
    <section class="card stack tight" aria-labelledby="organisation">
      <h2 id="organisation">{i18n.t('managed.heading')}</h2>
      {connections > 0 && <p>{i18n.t('managed.connections', connections)}</p>}
      {locked.length > 0 && (
        <p>{i18n.t('managed.locked', [list(locked.map((each) => i18n.t(`managed.${each}`)))])}</p>
      )}
      {faults.length > 0 && (
        <div class="card warn stack tight">
          <p>{i18n.t('managed.faultsHeading')}</p>
          <FaultList faults={faults} />
        </div>
      )}
    </section>
  );
}
