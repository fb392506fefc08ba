import { i18n } from '#i18n';
import { opensBy } from '../../domain/integrations/index.ts';
import { isAlive, resultOf } from '../../domain/run/run.ts';
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
  const { run, connection } = view;
  const becomes = whatBecomes(view);
  const inBrowser = connection && opensBy(connection.integration, connection.marketplace) !== 'desktop';
  const doubtful = inBrowser && run.container !== undefined && resultOf(run) === 'granted';
  return [
    ...(doubtful ? [i18n.t('container.webResult', [softwareName(connection)])] : []),
    ...(becomes === undefined ? [] : [becomes]),
  ];
}
