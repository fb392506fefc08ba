import { i18n } from '#i18n';
import type { Grant, GrantRole } from '../../domain/account/grant.ts';
import type { Beginning } from '../../domain/run/run.ts';
import { localZone } from '../due/zone.ts';
import { locale } from '../names.ts';

const COUNTING = {
  match: 'history.counts',
  first: 'history.countsFirst',
  unverified: 'history.countsUnverified',
  entered: 'history.countsEntered',
  other: 'history.otherAccount',
} as const satisfies Record<Grant['verdict'], string>;

/** Why a grant counts, or why it does not, in a sentence. */
export function roleText({ verdict }: Pick<Grant, 'verdict'>, role: GrantRole): string {
  switch (role) {
    case 'counts':
      return i18n.t(COUNTING[verdict]);
    case 'ended':
      return i18n.t('history.ended');
    case 'replaced':
      return i18n.t('history.replaced');
    case 'other-account':
      return i18n.t('history.otherAccount');
    case 'to-come':
      return i18n.t('history.toCome');
  }
}

const MODES = {
  'set-aside': 'history.modeSetAside',
  clear: 'history.modeClear',
  container: 'history.modeContainer',
  'as-is': 'history.modeAsIs',
  unclean: 'proof.unclean',
} as const satisfies Record<Beginning, string>;

/** What a run did with the sign-in of before. */
export function modeText(mode: Beginning): string {
  return i18n.t(MODES[mode]);
}

/** An instant in the person's language, to the minute. */
export function momentText(instant: number): string {
  return new Intl.DateTimeFormat(locale(), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: localZone().id,
  }).format(instant);
}

/** The account that a grant was given for, as far as anybody named it. */
export function accountText({
  accountId,
  accountLabel,
  verdict,
}: Pick<Grant, 'accountId' | 'accountLabel' | 'verdict'>): string | undefined {
  const said = [
    accountId !== undefined && i18n.t('history.number', [accountId]),
    accountLabel !== undefined && i18n.t('history.shownAs', [accountLabel]),
  ].filter((each) => each !== false);
  if (said.length > 0) return said.join(', ');
  return verdict === 'entered' ? undefined : i18n.t('history.unnamed');
}
