import { i18n } from '#i18n';
import { nameSeen } from '../../domain/run/page/account-hint.ts';
import { type LedgerEntry, resultOf } from '../../domain/run/run.ts';
import { type RunText, runText } from './runs.ts';

/** Where the person allows Grantkeeper in private windows. */
export function howToAllowPrivate(): string {
  return i18n.t(import.meta.env.FIREFOX ? 'private.allowFirefox' : 'private.allowChromium');
}

/** A private window's renewal in words. Once the permission is given: whom it was given for, and what to do now. */
export function privateRunText(run: LedgerEntry): RunText {
  if (resultOf(run) !== 'granted') return runText({ run });
  const { namedAccount } = run;
  const shown = nameSeen(run);
  const whom =
    namedAccount !== undefined
      ? i18n.t('private.grantedFor', [namedAccount])
      : shown !== undefined
        ? i18n.t('private.grantedShown', [shown])
        : i18n.t('private.grantedUnknown');
  return {
    tone: 'good',
    heading: i18n.t('private.granted'),
    text: `${whom} ${i18n.t('private.noteIt')}`,
  };
}
