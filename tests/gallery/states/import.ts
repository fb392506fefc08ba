import type { Fault } from '@/utils/domain/fault.ts';
import type { ImportPreview } from '@/utils/flows/data/files.ts';

/** What the import of a file shows, once it was read. */
export type ImportState =
  | { is: 'preview'; preview: ImportPreview; isLegacy: boolean }
  | { is: 'question'; fault: Fault }
  | { is: 'faults'; faults: Fault[] };

const none = { added: 0, changed: 0, same: 0, newerHere: 0, orphaned: 0 };

const preview: ImportPreview = {
  counts: {
    connections: { ...none, added: 12, changed: 3, same: 118 },
    grants: { ...none, added: 15, same: 240, orphaned: 2 },
    runs: none,
    suggestions: none,
    exemptions: none,
  },
  names: {
    added: Array.from({ length: 12 }, (_, at) => `Alpenglück ${at + 1}`),
    changed: ['Nordlicht', 'Südwind', 'Donaudampfschifffahrtsgesellschaftskapitänsmützenversand'],
  },
  settingsChange: true,
  exemptions: [],
  unlikely: 0,
  unused: [],
};

/** The import in each of its states. */
export const importStates: Record<string, ImportState> = {
  table: {
    is: 'preview',
    isLegacy: true,
    preview: {
      ...preview,
      settingsChange: false,
      unused: [{ name: 'ends on', meant: 'ends_on' }, { name: 'Telefon' }],
    },
  },
  backup: {
    is: 'preview',
    isLegacy: false,
    preview: {
      ...preview,
      unlikely: 2,
      counts: { ...preview.counts, exemptions: { ...none, added: 102 } },
      exemptions: [
        { id: 'one', kind: 'amazon', app: 'amzn1.sp.solution.0a1b2c3d-4e5f-6789-abcd-ef0123456789' },
        { id: 'two', kind: 'ebay-oauth', app: 'Stallkeeper-Daily-PRD-1a2b3c4d5-6e7f8a9b' },
        { id: 'long', kind: 'ebay-authnauth', app: 'x'.repeat(200) },
      ],
    },
  },
  question: {
    is: 'question',
    fault: {
      code: 'bad-date',
      line: 14,
      path: 'ends_on',
      value: '5/4/2027',
      readings: { dmy: '2027-04-05', mdy: '2027-05-04' },
    },
  },
  faults: {
    is: 'faults',
    faults: [
      { code: 'rounded', line: 2, path: 'account_number', value: '1,23457E+11' },
      { code: 'twice', line: 5, path: 'ends_on' },
      { code: 'far-date', line: 6, path: 'ends_on', value: '2207-12-31' },
      { code: 'bad-date', line: 8, path: 'renewed_on', value: '5/4/2027', readings: { dmy: '2027-04-05' } },
      ...Array.from(
        { length: 96 },
        (_, at): Fault => ({ code: 'unknown-place', line: 10 + at, path: 'site' }),
      ),
    ],
  },
};
