import { i18n } from '#i18n';
import type { Connection } from '../../domain/account/connection.ts';
import { marketplaceById } from '../../domain/marketplaces/index.ts';
import type { ListedStep } from '../../domain/run/checklist/checklist.ts';
import { accountHint, isConsentRead, nameExpected, nameSeen } from '../../domain/run/page/account-hint.ts';
import type { LedgerEntry } from '../../domain/run/run.ts';
import { softwareName } from '../names.ts';
import { receiptSummary } from './receipt.ts';

/** Steps in the software, by integration and id. */
const IN_SOFTWARE = {
  'microtech platform': 'stepMicrotech.platform',
  'microtech inactive': 'stepMicrotech.inactive',
  'microtech reopen': 'stepMicrotech.reopen',
  'microtech active': 'stepMicrotech.active',
  'microtech status': 'stepMicrotech.status',
  'microtech orders': 'stepMicrotech.orders',
  'microtech labels': 'stepMicrotech.labels',
  'magnalister plan': 'stepMagnalister.plan',
  'magnalister popups': 'stepMagnalister.popups',
  'magnalister amazon-data': 'stepMagnalister.amazonData',
  'magnalister amazon-ok': 'stepMagnalister.amazonOk',
  'magnalister ebay-data': 'stepMagnalister.ebayData',
  'magnalister ebay-ok': 'stepMagnalister.ebayOk',
  'magnalister second': 'stepMagnalister.second',
  'magnalister close': 'stepMagnalister.close',
  'magnalister runs': 'stepMagnalister.runs',
  'linnworks amazon-renew': 'stepLinnworks.amazonRenew',
  'linnworks owner': 'stepLinnworks.owner',
  'linnworks revoke': 'stepLinnworks.revoke',
  'linnworks test': 'stepLinnworks.test',
  'linnworks re-create': 'stepLinnworks.reCreate',
  'linnworks second': 'stepLinnworks.second',
  'linnworks test-again': 'stepLinnworks.testAgain',
  'linnworks orders': 'stepLinnworks.orders',
} as const;

/** What a step costs, by integration and id. */
const WARNINGS = { 'linnworks revoke': 'stepLinnworks.revokeWarning' } as const;

/** The account to look for. Once the page is there the guidance above the steps has the names, and they stand once. */
function accountText(run: LedgerEntry, connection: Connection | undefined): string {
  switch (accountHint(run, connection)) {
    case 'match':
      return i18n.t('overlay.stepAccountMatch');
    case 'different':
      return i18n.t('overlay.stepAccountDifferent');
    case 'unknown': {
      const isNamed = nameSeen(run) !== undefined || isConsentRead(run);
      const expected = isNamed ? undefined : nameExpected(run, connection);
      return expected ? i18n.t('overlay.stepAccount', [expected]) : i18n.t('overlay.stepAccountPlain');
    }
  }
}

function cleanText(run: LedgerEntry): string {
  if (run.mode === 'as-is') return i18n.t('overlay.stepCleanAsIs');
  if (run.container?.pure) return i18n.t('container.stepPure');
  return run.receipt ? receiptSummary(run.receipt) : i18n.t('overlay.stepClean');
}

/** A step that needs no run to be said: it is the software's, or the person's own. */
export function softwareStepText(
  step: ListedStep,
  connection: Pick<Connection, 'integration' | 'software'>,
): string {
  if (step.text !== undefined) return step.text;
  const key = `${connection.integration} ${step.id}`;
  if (Object.hasOwn(IN_SOFTWARE, key)) return i18n.t(IN_SOFTWARE[key as keyof typeof IN_SOFTWARE]);
  return i18n.t(step.id === 'start' ? 'stepOther.start' : 'stepOther.works', [softwareName(connection)]);
}

/** What a step costs, in a sentence; undefined where it costs nothing. */
export function stepWarning(
  step: ListedStep,
  { integration }: Pick<Connection, 'integration'>,
): string | undefined {
  const key = `${integration} ${step.id}`;
  return step.warns && Object.hasOwn(WARNINGS, key)
    ? i18n.t(WARNINGS[key as keyof typeof WARNINGS])
    : undefined;
}

/** A step in words for the marketplace's own page: the name to sign in with stands beside the form there. */
export function stepTextOnPage(
  step: ListedStep,
  run: LedgerEntry,
  connection: Connection | undefined,
): string {
  return step.id === 'sign-in' ? i18n.t('overlay.stepSignInPlain') : stepText(step, run, connection);
}

/** A step of the checklist in words; without a connection in private windows. */
export function stepText(step: ListedStep, run: LedgerEntry, connection: Connection | undefined): string {
  switch (step.text === undefined ? step.id : '') {
    case 'clean':
      return cleanText(run);
    case 'sign-in':
      return connection?.signInName
        ? i18n.t('overlay.stepSignIn', [connection.signInName])
        : i18n.t('overlay.stepSignInPlain');
    case 'account':
      return accountText(run, connection);
    case 'box':
      return i18n.t('overlay.stepTick');
    case 'confirm':
      return i18n.t(
        marketplaceById(run.marketplace).consent?.confirms ? 'overlay.stepConfirm' : 'overlay.stepAgree',
      );
    case 'answer':
      return connection ? i18n.t('overlay.stepDone', [softwareName(connection)]) : i18n.t('private.stepDone');
    default:
      return connection ? softwareStepText(step, connection) : '';
  }
}
