import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Field } from '@/components/form/Field.tsx';
import type { Fault } from '@/utils/domain/data/fault.ts';
import type { ImportPreview } from '@/utils/flows/data/files.ts';
import type { Problem } from '@/utils/flows/reading/views.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { problemText } from '@/utils/texts/problems.ts';
import { offerChosen } from './content.ts';
import { Faults } from './Faults.tsx';
import { Preview } from './Preview.tsx';
import { type Chosen, readChosen } from './read.ts';

type State =
  | { at: 'start' | 'reading' | 'done' }
  | { at: 'faults'; name: string; faults: Fault[] }
  | { at: 'problem'; problem: Problem | 'unexpected' }
  | { at: 'preview'; name: string; chosen: Chosen; offer: string; preview: ImportPreview };

/** Hands over what a file holds and asks what it would change. */
async function compare(name: string, chosen: Chosen): Promise<State> {
  const offer = crypto.randomUUID();
  const faults = await offerChosen(offer, chosen);
  if (faults && faults.length > 0) return { at: 'faults', name, faults };
  const preview = faults && (await sendMessage('import/preview', { offer }));
  return preview
    ? { at: 'preview', name, chosen, offer, preview }
    : { at: 'problem', problem: 'import-gone' };
}

async function choose(file: File): Promise<State> {
  const read = await readChosen(file);
  return read.ok ? compare(file.name, read.chosen) : { at: 'faults', name: file.name, faults: read.faults };
}

/** Imports what was looked at. The worker may have ended since, and its memory with it: then it is handed over again. */
async function take({ offer, chosen }: { offer: string; chosen: Chosen }): Promise<State> {
  let outcome = await sendMessage('import/take', { offer });
  if (!outcome.ok && outcome.problem === 'import-gone') {
    await offerChosen(offer, chosen);
    outcome = await sendMessage('import/take', { offer });
  }
  return outcome.ok ? { at: 'done' } : { at: 'problem', problem: outcome.problem };
}

/** A file, what it would change, and the press that does it. */
export function Import() {
  const [state, setState] = useState<State>({ at: 'start' });
  const become = async (next: Promise<State>): Promise<void> => {
    setState(await next.catch((): State => ({ at: 'problem', problem: 'unexpected' })));
  };
  return (
    <section class="card stack" aria-labelledby="import">
      <div class="stack tight">
        <h2 id="import">{i18n.t('data.importHeading')}</h2>
        <p class="soft">{i18n.t('data.importText')}</p>
      </div>
      <Field label={i18n.t('data.importFile')}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept=".json,.csv,.txt,application/json,text/csv"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (!file) return;
              setState({ at: 'reading' });
              // So that the same file can be chosen again once it is mended.
              void become(choose(file)).then(() => {
                currentTarget.value = '';
              });
            }}
          />
        )}
      </Field>
      <details>
        <summary>{i18n.t('data.importColumnsFold')}</summary>
        <p class="soft">{i18n.t('data.importColumns')}</p>
      </details>
      <div role="status" class="stack">
        {state.at === 'reading' && <p>{i18n.t('data.importReading')}</p>}
        {state.at === 'done' && <p class="card good">{i18n.t('data.imported')}</p>}
        {state.at === 'problem' && <p class="card bad">{problemText(state.problem)}</p>}
        {state.at === 'faults' && <Faults name={state.name} faults={state.faults} />}
        {state.at === 'preview' && (
          <Preview
            name={state.name}
            preview={state.preview}
            onTake={() => become(take(state))}
            onCancel={() => setState({ at: 'start' })}
          />
        )}
      </div>
    </section>
  );
}
