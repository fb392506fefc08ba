import { i18n } from '#i18n';
import { opensBy } from '../../domain/integrations/index.ts';
import { conditionOf } from '../../domain/run/finishing.ts';
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

/**
 * Whether a grant may not have reached the software: it runs in the browser, where the container has no login of it, and
 * the seller has not said yet that it works.
 */
export function isUnconfirmed({ run, connection }: RunView): boolean {
  if (!connection || run.container === undefined || resultOf(run) !== 'granted') return false;
  const inBrowser = opensBy(connection.integration, connection.marketplace) !== 'desktop';
  return inBrowser && conditionOf(connection) !== 'working';
}

/** What a run's container means for the person, in sentences; none where it has none. */
export function containerTexts(view: RunView): string[] {
  const { connection } = view;
  const becomes = whatBecomes(view);
  return [
    ...(connection && isUnconfirmed(view) ? [i18n.t('container.webResult', [softwareName(connection)])] : []),
    ...(becomes === undefined ? [] : [becomes]),
  ];
}
