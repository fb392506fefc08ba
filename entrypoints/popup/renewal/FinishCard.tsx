import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useSettled } from '@/components/hooks/settled.ts';
import { Action } from '@/components/parts/Action.tsx';
import { Copy } from '@/components/parts/Copy.tsx';
import { Checklist, NotKept } from '@/components/renewal/Checklist.tsx';
import type { Connection } from '@/utils/domain/account/connection.ts';
import { integrationById, symptomOf } from '@/utils/domain/integrations/index.ts';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import { finishingSteps } from '@/utils/domain/run/checklist/checklist.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { softwareName } from '@/utils/texts/names.ts';
import { softwareStepText } from '@/utils/texts/run/steps.ts';
import { useFinishing } from './finishing-ticks.ts';

/** What a renewal that did not arrive looks like in the software, and who helps. */
function StillBroken({ connection }: { connection: Connection }) {
  const { integration, marketplace } = connection;
  const symptom = symptomOf(integration, marketplace);
  const { support } = integrationById(integration);
  if (!symptom && !support) return null;
  return (
    <details>
      <summary>{i18n.t('finish.symptomHeading')}</summary>
      <div class="stack tight">
        {symptom && (
          <>
            <p>{i18n.t('finish.symptom', [softwareName(connection)])}</p>
            <p class="mono">{symptom}</p>
            <div class="row">
              <Copy text={symptom} label={i18n.t('checklist.copySymptom')} />
            </div>
          </>
        )}
        {support && (
          <p>
            {i18n.t('finish.support')}{' '}
            <a href={support} target="_blank" rel="noreferrer">
              {i18n.t('finish.supportLink')}
            </a>
          </p>
        )}
      </div>
    </details>
  );
}

/** The marketplace has approved; the steps in the software stay here until the person has ticked them. */
export function FinishCard({ connection }: { connection: Connection }) {
  const card = useRef<HTMLElement>(null);
  const settled = useSettled(card);
  const { shown, tick, problem } = useFinishing(connection);
  const heading = i18n.t('finish.heading', [
    marketplaceById(connection.marketplace).name,
    softwareName(connection),
  ]);
  return (
    <section class="card todo stack tight" aria-label={`${connection.name}: ${heading}`} ref={card}>
      <h2>{heading}</h2>
      <p>{i18n.t('finish.text', [connection.name])}</p>
      <Checklist
        steps={finishingSteps(shown)}
        connection={connection}
        say={(step) => softwareStepText(step, connection)}
        onTick={tick}
      />
      <NotKept problem={problem} />
      <div class="row stays">
        <Action
          kind="primary"
          ready={settled}
          onPress={() => sendMessage('connection/works', { id: connection.id })}
        >
          {i18n.t('finish.works')}
        </Action>
      </div>
      <StillBroken connection={connection} />
    </section>
  );
}
