import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import {
  EMPTY_SOFTWARE_FORM,
  newConnectionOf,
  type SoftwareErrors,
  softwareErrors,
} from '@/components/form/SoftwareFields.tsx';
import { Action } from '@/components/parts/Action.tsx';
import { suggestedMode } from '@/utils/domain/account/connection.ts';
import type { CleanMode, RunMode } from '@/utils/domain/session/modes.ts';
import type { GuardView } from '@/utils/flows/reading/views.ts';
import type { Decide } from '../decide.ts';
import { BeforeSteps } from './BeforeSteps.tsx';
import { Decision } from './Decision.tsx';
import { Details } from './Details.tsx';
import { OtherWays } from './OtherWays.tsx';
import { SignInNow } from './SignInNow.tsx';
import { NEW, Which } from './Which.tsx';

type ChooseView = Extract<GuardView, { kind: 'choose' }>;

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
  const [chosen, setChosen] = useState(() => likely(view));
  const [form, setForm] = useState(EMPTY_SOFTWARE_FORM);
  const [errors, setErrors] = useState<SoftwareErrors>({});
  const [unchosen, setUnchosen] = useState(false);
  const [picked, setPicked] = useState<CleanMode>();
  const known = candidates.find(({ view: each }) => each.connection.id === chosen)?.view.connection;
  const meant = known ?? {
    integration: form.integration || ('other' as const),
    marketplace: ask.marketplace,
  };
  const mode = picked ?? (beside ? 'container' : suggestedMode(meant, preview.modes, preview.preferred));

  const renew = async (wanted: RunMode, forceSignIn = false): Promise<void> => {
    const found = chosen === NEW ? softwareErrors(form) : {};
    setErrors(found);
    setUnchosen(chosen === undefined);
    if (chosen === undefined || Object.keys(found).length > 0) {
      document.getElementById('which')?.scrollIntoView({ block: 'nearest' });
      return;
    }
    const connection = chosen === NEW ? newConnectionOf(form) : { id: chosen };
    await decide({ type: 'renew', mode: wanted, connection, forceSignIn });
  };

  return (
    <>
      <Which
        marketplace={view.ask.marketplace}
        candidates={candidates}
        awaitedBy={view.awaitedBy}
        chosen={chosen}
        onChoose={setChosen}
        unchosen={unchosen}
        form={form}
        errors={errors}
        onInput={(change) => setForm((before) => ({ ...before, ...change }))}
        onEnter={() => settled && renew(mode)}
      />
      {!beside && <SignInNow preview={preview} />}
      <Decision
        marketplace={ask.marketplace}
        preview={preview}
        mode={mode}
        connection={meant}
        name={known?.name ?? form.name.trim()}
        opener={view.opener === true}
        settled={settled}
        focused={chosen !== NEW && chosen !== undefined}
        onGo={() => renew(mode)}
        onMode={beside ? undefined : setPicked}
        cancel={
          <Action kind="plain" onPress={() => decide({ type: 'cancel' })}>
            {i18n.t('common.cancel')}
          </Action>
        }
      />
      <div class="folds">
        {!beside && (
          <OtherWays
            ask={ask}
            privateAllowed={view.privateAllowed}
            decide={decide}
            settled={settled}
            onAsIs={(forceSignIn) => renew('as-is', forceSignIn)}
          />
        )}
        <Details ask={ask} preview={preview}>
          <BeforeSteps connection={meant} />
        </Details>
      </div>
    </>
  );
}
