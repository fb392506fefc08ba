import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Days } from '@/components/due/Days.tsx';
import { Choice } from '@/components/form/Choice.tsx';
import {
  EMPTY_SOFTWARE_FORM,
  newConnectionOf,
  type SoftwareErrors,
  SoftwareFields,
  softwareErrors,
} from '@/components/form/SoftwareFields.tsx';
import { Action } from '@/components/parts/Action.tsx';
import { WarningIcon } from '@/components/parts/icons.tsx';
import { Modes } from '@/components/renewal/Modes.tsx';
import { CleanCosts, SessionNow } from '@/components/renewal/Preview.tsx';
import { suggestedMode } from '@/utils/domain/account/connection.ts';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import type { CleanMode, RunMode } from '@/utils/domain/session/modes.ts';
import type { GuardView } from '@/utils/flows/reading/views.ts';
import { softwareName } from '@/utils/texts/names.ts';
import { Asking } from './Asking.tsx';
import { BeforeSteps } from './BeforeSteps.tsx';
import type { Decide } from './decide.ts';
import { ForceSignIn } from './ForceSignIn.tsx';
import { InPrivate } from './InPrivate.tsx';

type ChooseView = Extract<GuardView, { kind: 'choose' }>;

const NEW = 'new';

/** The connection that is most likely meant, where one is: never a guess between two. */
function likely({ candidates, awaitedBy }: ChooseView): string | undefined {
  if (awaitedBy) return awaitedBy;
  const knowing = candidates.filter(({ knowsApp }) => knowsApp);
  if (knowing.length === 1) return knowing[0]?.view.connection.id;
  return candidates.length === 0 ? NEW : undefined;
}

/** The guard's question: for which connection, and in which session; beside another renewal only in a container. */
export function Choose({ view, decide, settled }: { view: ChooseView; decide: Decide; settled: boolean }) {
  const { ask, preview, candidates, beside } = view;
  const marketplace = marketplaceById(ask.marketplace).name;
  const [chosen, setChosen] = useState(() => likely(view));
  const [form, setForm] = useState(EMPTY_SOFTWARE_FORM);
  const [errors, setErrors] = useState<SoftwareErrors>({});
  const [unchosen, setUnchosen] = useState(false);
  const [forceSignIn, setForceSignIn] = useState(false);
  const [picked, setPicked] = useState<CleanMode>();
  const candidate = candidates.find(({ view: each }) => each.connection.id === chosen);
  const before = candidate?.view.connection;
  const meant = before ?? { integration: form.integration, marketplace: ask.marketplace };
  const mode = picked ?? (beside ? 'container' : suggestedMode(meant, preview.modes, preview.preferred));
  const hasModes = preview.modes.includes('container') || preview.domains.some(({ cookies }) => cookies > 0);

  const known = candidates.filter(({ knowsApp }) => knowsApp);
  const names = new Set(known.map(({ view: each }) => softwareName(each.connection)));
  const software = names.size === 1 ? [...names][0] : undefined;

  const renew = async (mode: RunMode): Promise<void> => {
    const found = chosen === NEW ? softwareErrors(form) : {};
    setErrors(found);
    setUnchosen(chosen === undefined);
    if (chosen === undefined || Object.keys(found).length > 0) {
      document.getElementById('which')?.scrollIntoView({ block: 'center' });
      return;
    }
    const connection = chosen === NEW ? newConnectionOf(form) : { id: chosen };
    await decide({ type: 'renew', mode, connection, forceSignIn });
  };

  return (
    <>
      <p class="intro">{i18n.t('guard.intro', [marketplace])}</p>
      <Asking ask={ask} software={software} />

      <fieldset class="card stack" id="which">
        <legend>{i18n.t('guard.whichConnection')}</legend>
        {unchosen && (
          <p role="alert" class="error-text">
            {i18n.t('guard.pickConnection')}
          </p>
        )}
        {candidates.map(({ view: { connection, remaining }, knowsApp }) => (
          <Choice
            key={connection.id}
            name="connection"
            value={connection.id}
            chosen={chosen}
            onChoose={setChosen}
          >
            <strong>{connection.name}</strong>
            <span class="soft">
              {softwareName(connection)}
              {connection.id === view.awaitedBy
                ? ` – ${i18n.t('guard.awaited')}`
                : knowsApp && ` – ${i18n.t('guard.knowsApp')}`}
            </span>
            <Days remaining={remaining} />
          </Choice>
        ))}
        {candidate?.strange && (
          <p class="strange" role="status">
            <WarningIcon /> {i18n.t('guard.strangeApp', [candidate.view.connection.name])}
          </p>
        )}
        {candidates.length > 0 && (
          <Choice name="connection" value={NEW} chosen={chosen} onChoose={setChosen}>
            {i18n.t('guard.newConnection')}
          </Choice>
        )}
        {chosen === NEW && (
          <div class="fields">
            <SoftwareFields
              short
              form={form}
              errors={errors}
              onInput={(change) => setForm((before) => ({ ...before, ...change }))}
            />
          </div>
        )}
      </fieldset>

      <BeforeSteps connection={meant} />

      {!beside && (
        <section class="card stack" aria-labelledby="session">
          <h2 id="session">{i18n.t('guard.sessionHeading')}</h2>
          <SessionNow domains={preview.domains} tabs={mode === 'container' ? [] : preview.tabs} />
        </section>
      )}

      <section class="stack" aria-labelledby="choice">
        <h2 id="choice">{i18n.t('guard.choiceHeading')}</h2>
        <div class="ways">
          <div class={beside ? 'card way wide' : 'card way'}>
            <p>
              {mode === 'container'
                ? i18n.t('container.cleanText', [marketplace])
                : i18n.t('guard.cleanText', [marketplace])}
            </p>
            <CleanCosts marketplace={ask.marketplace} domains={preview.domains} mode={mode} />
            {hasModes && <Modes mode={mode} modes={preview.modes} connection={meant} onChoose={setPicked} />}
            <Action kind="primary" ready={settled} onPress={() => renew(mode)}>
              {i18n.t('guard.clean')}
            </Action>
          </div>
          {!beside && (
            <>
              <div class="card way">
                <p>{i18n.t('guard.asIsText')}</p>
                {ask.canForceSignIn && (
                  <ForceSignIn marketplace={marketplace} forced={forceSignIn} onForce={setForceSignIn} />
                )}
                <Action kind="primary" ready={settled} onPress={() => renew('as-is')}>
                  {i18n.t('guard.asIs')}
                </Action>
              </div>
              <InPrivate allowed={view.privateAllowed} decide={decide} settled={settled} />
            </>
          )}
        </div>
        <div class="row">
          <Action onPress={() => decide({ type: 'cancel' })}>{i18n.t('common.cancel')}</Action>
        </div>
      </section>

      {!beside && (
        <details>
          <summary>{i18n.t('guard.exemptFold')}</summary>
          <div class="stack tight">
            <p>{i18n.t('guard.exemptText', [marketplace])}</p>
            <div class="row">
              <Action ready={settled} onPress={() => decide({ type: 'let-through' })}>
                {i18n.t('guard.exempt')}
              </Action>
            </div>
          </div>
        </details>
      )}
    </>
  );
}
