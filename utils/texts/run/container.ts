import { i18n } from '#i18n';
import { mayBeMissing } from '../../domain/run/checklist/arrival.ts';
import { isAlive } from '../../domain/run/run.ts';
import type { RunView } from '../../flows/reading/views.ts';
import { softwareName } from '../names.ts';

function whatBecomes({ run, connection }: RunView): string | undefined {
  const { keep, linked } = connection?.container ?? {};
  switch (run.container?.state) {
    case 'in-use':
      if (isAlive(run)) return i18n.t('container.goesOn');
      if (linked) return i18n.t('container.linkedLater');
      return i18n.t(keep ? 'container.keptLater' : 'container.removedLater');
    case 'kept':
      return i18n.t('container.keptLater');
    case 'removed':
      return i18n.t('container.removed');
    default:
      return undefined;
  }
}

/** What a run's container means for the person, in sentences; none where it has none. */
export function containerTexts(view: RunView): string[] {
  const { connection } = view;
  const becomes = whatBecomes(view);
  return [
    ...(connection && mayBeMissing(view.run, connection)
      ? [i18n.t('container.webResult', [softwareName(connection)])]
      : []),
    ...(becomes === undefined ? [] : [becomes]),
  ];
}
