import { i18n } from '#i18n';
import { Tick } from '@/components/form/Tick.tsx';
import type { ImportPreview, OfferedExemption } from '@/utils/flows/data/files.ts';
import { kindName } from '@/utils/texts/names.ts';

/** What of a table is not read, or may have been read wrongly. */
export function Notes({ preview, isLegacy }: { preview: ImportPreview; isLegacy: boolean }) {
  const { unused } = preview;
  if (unused.length === 0 && !isLegacy) return null;
  return (
    <div class="card warn stack tight">
      {unused.map(({ name, meant }) => (
        <p key={name}>
          {i18n.t('data.previewUnused', [name])} {meant && i18n.t('data.previewMeant', [meant])}
        </p>
      ))}
      {isLegacy && <p>{i18n.t('data.previewLegacy')}</p>}
    </div>
  );
}

interface ExemptionsProps {
  offered: readonly OfferedExemption[];
  /** Those for which there is no box. */
  more: number;
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
}

/** A box for each app that the file wants to be let through; none is ticked by itself. */
export function Exemptions({ offered, more, chosen, onChoose }: ExemptionsProps) {
  return (
    <fieldset class="card warn stack tight" aria-labelledby="exempt">
      <p id="exempt">{i18n.t('data.previewExempt')}</p>
      {offered.map(({ id, kind, app }) => (
        <Tick
          key={id}
          ticked={chosen.includes(id)}
          label={i18n.t('data.previewExemptOne', [app, kindName(kind)])}
          onTick={(ticked) => onChoose(ticked ? [...chosen, id] : chosen.filter((each) => each !== id))}
        />
      ))}
      {more > 0 && <p class="soft">{i18n.t('data.previewExemptMore', more)}</p>}
    </fieldset>
  );
}
