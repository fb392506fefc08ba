import { i18n } from '#i18n';
import type { Connection } from '../../domain/account/connection.ts';
import { marketplaceById } from '../../domain/marketplaces/index.ts';
import { type Condition, finished } from '../../domain/run/checklist/finishing.ts';
import { softwareName } from '../names.ts';
import { dayOf } from './days.ts';

/** How a connection stands beyond its date, in a sentence. */
export function conditionText(connection: Connection, condition: Condition): string {
  const marketplace = marketplaceById(connection.marketplace).name;
  const day = dayOf(connection.reported?.at ?? 0);
  switch (condition) {
    case 'to-finish': {
      const { done, of } = finished(connection);
      return i18n.t('finish.toFinish', [marketplace, softwareName(connection), String(done), String(of)]);
    }
    case 'working':
      return i18n.t('finish.working', [marketplace, softwareName(connection)]);
    case 'stopped-working':
      return i18n.t('finish.reported', [day]);
    case 'asked-again':
      return i18n.t('finish.asked', [day, marketplace]);
  }
}

/** Why a renewal was asked for before its date, in a sentence; undefined where nobody reported anything. */
export function reasonText({ reported, marketplace }: Connection): string | undefined {
  switch (reported?.what) {
    case 'stopped-working':
      return i18n.t('report.stoppedReason');
    case 'asked-again':
      return i18n.t('report.askedReason', [marketplaceById(marketplace).name]);
    default:
      return undefined;
  }
}
