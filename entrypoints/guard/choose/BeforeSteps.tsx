import { i18n } from '#i18n';
import type { Connection } from '@/utils/domain/account/connection.ts';
import { stepsOf } from '@/utils/domain/run/checklist/checklist.ts';
import { softwareName } from '@/utils/texts/names.ts';
import { softwareStepText, stepWarning } from '@/utils/texts/run/steps.ts';

/** What has to be done in the software before its page opens, for those who came here without it. */
export function BeforeSteps({
  connection,
}: {
  connection: Pick<Connection, 'integration' | 'marketplace' | 'ownSteps' | 'software'>;
}) {
  const steps = stepsOf(connection).filter(
    ({ when, detector }) => when === 'before' && detector !== 'cleaned',
  );
  return (
    <section class="stack tight">
      <h2>{i18n.t('checklist.guardFold', [softwareName(connection)])}</h2>
      <ol class="before-steps">
        {steps.map((step) => (
          <li key={step.id}>
            {softwareStepText(step, connection)} {stepWarning(step, connection)}
          </li>
        ))}
      </ol>
    </section>
  );
}
