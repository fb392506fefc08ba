import { i18n } from '#i18n';
import { FAULTS_TOLD, type Fault } from '@/utils/domain/data/fault.ts';
import { faultPlace, faultText } from '@/utils/texts/faults.ts';

/** Why a file was not taken, and where to look. */
export function Faults({ name, faults }: { name: string; faults: Fault[] }) {
  const more = faults.length - FAULTS_TOLD;
  return (
    <div class="card bad stack tight">
      <h3>{i18n.t('data.faultsHeading', [name])}</h3>
      <p>{i18n.t('data.faultsText')}</p>
      <ul class="stack tight">
        {faults.slice(0, FAULTS_TOLD).map((fault) => {
          const place = faultPlace(fault);
          return (
            <li key={`${fault.line} ${fault.path} ${fault.code}`}>
              {place && <strong>{place}: </strong>}
              {faultText(fault)}
            </li>
          );
        })}
      </ul>
      {more > 0 && <p>{i18n.t('data.faultsMore', more)}</p>}
    </div>
  );
}
