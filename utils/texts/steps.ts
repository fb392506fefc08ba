import { i18n } from '#i18n';
import { accountHint, nameExpected, nameSeen } from '../domain/account-hint.ts';
import type { ChecklistStep } from '../domain/checklist.ts';
import type { Connection } from '../domain/connection.ts';
import type { LedgerEntry } from '../domain/run.ts';
import { softwareName } from './names.ts';
import { receiptSummary } from './receipt.ts';

/** A step of the checklist in words; without a connection in private windows. */
export function stepText(
  id: ChecklistStep['id'],
  run: LedgerEntry,
  connection: Connection | undefined,
): string {
  const expected = nameExpected(run, connection);
  const label = nameSeen(run);
  switch (id) {
    case 'clean':
      if (run.mode === 'as-is') return i18n.t('overlay.stepCleanAsIs');
      if (run.container?.pure) return i18n.t('container.stepPure');
      return run.receipt ? receiptSummary(run.receipt) : i18n.t('overlay.stepClean');
    case 'sign-in':
      return connection?.signInName
        ? i18n.t('overlay.stepSignIn', [connection.signInName])
        : i18n.t('overlay.stepSignInPlain');
    case 'account': {
      const hint = accountHint(run, connection);
      if (hint === 'match') return i18n.t('overlay.stepAccountMatch', [label ?? '']);
      if (hint === 'different') return i18n.t('overlay.stepAccountDifferent', [label ?? '', expected ?? '']);
      const shown = expected ?? label;
      return shown ? i18n.t('overlay.stepAccount', [shown]) : i18n.t('overlay.stepAccountPlain');
    }
    case 'confirm':
      if (run.marketplace !== 'amazon') return i18n.t('overlay.stepAgree');
      return i18n.t(run.progress.boxTicked ? 'overlay.stepConfirm' : 'overlay.stepTick');
    case 'answer':
      return connection ? i18n.t('overlay.stepDone', [softwareName(connection)]) : i18n.t('private.stepDone');
  }
}
