import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Action } from '@/components/parts/Action.tsx';
import { TABLES } from '@/utils/domain/data/schema.ts';
import type { ImportPreview } from '@/utils/flows/data/files.ts';
import { list } from '@/utils/texts/names.ts';
import { Exemptions, Notes } from './PreviewParts.tsx';

/** Exemptions are not counted here: each is listed with a box of its own. */
const COUNTED = TABLES.filter((table) => table !== 'exemptions');

const NAMES = {
  connections: 'data.previewConnections',
  grants: 'data.previewGrants',
  runs: 'data.previewRuns',
  suggestions: 'data.previewSuggestions',
} as const;

/** At most this many names are listed. */
const NAMED = 8;

function named(names: readonly string[]): string {
  const more = names.length - NAMED;
  const told = names.slice(0, NAMED);
  return list(more > 0 ? [...told, i18n.t('data.previewMore', more)] : told);
}

interface PreviewProps {
  name: string;
  preview: ImportPreview;
  /** The file’s encoding does not hold every letter. */
  isLegacy: boolean;
  /** With the ids of the exemptions that were chosen. */
  onTake: (exempt: string[]) => Promise<void>;
  onCancel: () => void;
}

/** What an import would do, before it is done. */
export function Preview({ name, preview, isLegacy, onTake, onCancel }: PreviewProps) {
  const [exempt, setExempt] = useState<string[]>([]);
  const { counts, names, settingsChange, exemptions, unlikely } = preview;
  const tables = COUNTED.filter((table) => Object.values(counts[table]).some((count) => count > 0));
  const changes = tables.some((table) => counts[table].added + counts[table].changed > 0);
  const does = settingsChange || changes || exemptions.length > 0;
  const skips = tables.some((table) => counts[table].newerHere + counts[table].orphaned > 0);
  return (
    <div class="stack preview">
      <h3>{i18n.t('data.previewHeading', [name])}</h3>
      {tables.length > 0 && (
        <table class="counts">
          <thead>
            <tr>
              <td />
              <th scope="col">{i18n.t('data.previewNew')}</th>
              <th scope="col">{i18n.t('data.previewChanged')}</th>
              <th scope="col">{i18n.t('data.previewSame')}</th>
              <th scope="col">{i18n.t('data.previewSkipped')}</th>
            </tr>
          </thead>
          <tbody>
            {tables.map((table) => {
              const { added, changed, same, newerHere, orphaned } = counts[table];
              return (
                <tr key={table}>
                  <th scope="row">{i18n.t(NAMES[table])}</th>
                  <td>{added}</td>
                  <td>{changed}</td>
                  <td>{same}</td>
                  <td>{newerHere + orphaned}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {names.added.length > 0 && <p>{i18n.t('data.previewAdded', [named(names.added)])}</p>}
      {names.changed.length > 0 && <p>{i18n.t('data.previewReplaced', [named(names.changed)])}</p>}
      {settingsChange && <p>{i18n.t('data.previewSettings')}</p>}
      {skips && <p class="soft">{i18n.t('data.previewSkippedText')}</p>}
      <Notes preview={preview} isLegacy={isLegacy} />
      {unlikely > 0 && <p class="card warn">{i18n.t('data.previewUnlikely', unlikely)}</p>}
      {exemptions.length > 0 && (
        <Exemptions
          offered={exemptions}
          more={counts.exemptions.added - exemptions.length}
          chosen={exempt}
          onChoose={setExempt}
        />
      )}
      {does ? (
        <div class="row">
          <Action kind="primary" onPress={() => onTake(exempt)}>
            {i18n.t('data.importGo')}
          </Action>
          <Action kind="plain" onPress={onCancel}>
            {i18n.t('common.cancel')}
          </Action>
        </div>
      ) : (
        <p class="card good">{i18n.t('data.previewNothing')}</p>
      )}
    </div>
  );
}
