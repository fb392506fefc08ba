import { i18n } from '#i18n';
import { FAULTS_TOLD, type Fault, MOST_FAULTS } from '@/utils/domain/fault.ts';
import { faultPlace, faultText } from '@/utils/texts/data/faults.ts';

/** What is wrong, and where to look. */
export function FaultList({ faults }: { faults: Fault[] }) {
  const more = faults.length - FAULTS_TOLD;
  return (
    <>
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
      {more > 0 && (
        <p>{faults.length < MOST_FAULTS ? i18n.t('data.faultsMore', more) : i18n.t('data.faultsMany')}</p>
      )}
    </>
  );
}

/** Why a file was not taken. */
export function Faults({ name, faults }: { name: string; faults: Fault[] }) {
  return (
    <div class="card bad stack tight preview">
      <h3>{i18n.t('data.faultsHeading', [name])}</h3>
      <p>{i18n.t('data.faultsText')}</p>
      <FaultList faults={faults} />
    </div>
  );
}
