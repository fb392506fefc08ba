import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Field } from '@/components/form/Field.tsx';
import type { DayOrder } from '@/utils/domain/cells/days.ts';
import type { Fault } from '@/utils/domain/fault.ts';
import { DAY_COLUMNS } from '@/utils/domain/table/line.ts';
import type { ImportPreview } from '@/utils/flows/data/files.ts';
import type { Problem } from '@/utils/flows/reading/views.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { problemText } from '@/utils/texts/problems.ts';
import { offerChosen } from './content.ts';
import { DayQuestion } from './DayQuestion.tsx';
import { Faults } from './Faults.tsx';
import { Preview } from './Preview.tsx';
import { type Chosen, readChosen } from './read.ts';

type State =
  | { at: 'start' | 'reading' | 'done' }
  | { at: 'faults'; name: string; faults: Fault[] }
  | { at: 'problem'; problem: Problem | 'unexpected' }
  | { at: 'question'; name: string; chosen: Chosen; fault: Fault }
  | { at: 'preview'; name: string; chosen: Chosen; offer: string; preview: ImportPreview };

/** Hands over what a file holds and asks what it would change. */
async function compare(name: string, chosen: Chosen): Promise<State> {
  const offer = crypto.randomUUID();
  const faults = await offerChosen(offer, chosen);
  const [fault] = faults ?? [];
  if (fault && faults?.every(({ readings }) => readings)) return { at: 'question', name, chosen, fault };
  if (faults && fault) return { at: 'faults', name, faults };
  const preview = faults && (await sendMessage('import/preview', { offer }));
  return preview
    ? { at: 'preview', name, chosen, offer, preview }
    : { at: 'problem', problem: 'import-gone' };
}

async function choose(file: File): Promise<State> {
  const read = await readChosen(file);
  return read.ok ? compare(file.name, read.chosen) : { at: 'faults', name: file.name, faults: read.faults };
}

/** Reads the table again, with what the user said of the column that was asked about. */
function answer(
  { name, chosen, fault }: { name: string; chosen: Chosen; fault: Fault },
  order: DayOrder,
): Promise<State> {
  const column = DAY_COLUMNS.find((each) => each === fault.path);
  if (chosen.is !== 'table' || !column) return compare(name, chosen);
  return compare(name, { ...chosen, orders: { ...chosen.orders, [column]: order } });
}

/** Imports what was looked at. The worker may have ended since, and its memory with it: then it is handed over again. */
async function take({ offer, chosen }: { offer: string; chosen: Chosen }, exempt: string[]): Promise<State> {
  let outcome = await sendMessage('import/take', { offer, exempt });
  if (!outcome.ok && outcome.problem === 'import-gone') {
    await offerChosen(offer, chosen);
    outcome = await sendMessage('import/take', { offer, exempt });
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
        {state.at === 'question' && (
          <DayQuestion
            name={state.name}
            fault={state.fault}
            onAnswer={(order) => become(answer(state, order))}
            onCancel={() => setState({ at: 'start' })}
          />
        )}
        {state.at === 'preview' && (
          <Preview
            name={state.name}
            preview={state.preview}
            isLegacy={state.chosen.is === 'table' && state.chosen.isLegacy}
            onTake={(exempt) => become(take(state, exempt))}
            onCancel={() => setState({ at: 'start' })}
          />
        )}
      </div>
    </section>
  );
}
