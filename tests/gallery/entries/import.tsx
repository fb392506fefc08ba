import '../stage/bare.ts';
import { showPage } from '@/components/parts/page.tsx';
import { DayQuestion } from '@/entrypoints/options/data/import/DayQuestion.tsx';
import { Faults } from '@/entrypoints/options/data/import/Faults.tsx';
import { Preview } from '@/entrypoints/options/data/import/Preview.tsx';
import { importStates } from '../states/import.ts';
import '@/entrypoints/options/data/data.css';

const nothing = (): void => undefined;
const later = async (): Promise<void> => undefined;

/** What the import of a file shows. */
function Import({ state }: { state: string }) {
  const shown = importStates[state];
  return (
    <main class="stack reading" style={{ padding: '16px' }}>
      <h1>Import</h1>
      <h2>Import</h2>
      <div class="card stack">
        {shown?.is === 'preview' && (
          <Preview name="kunden.csv" {...shown} onTake={later} onCancel={nothing} />
        )}
        {shown?.is === 'question' && (
          <DayQuestion name="kunden.csv" fault={shown.fault} onAnswer={later} onCancel={nothing} />
        )}
        {shown?.is === 'faults' && <Faults name="kunden.csv" faults={shown.faults} />}
      </div>
    </main>
  );
}

const state = new URLSearchParams(location.search).get('state') ?? '';
showPage('Grantkeeper', <Import state={state} />, async () => '');
