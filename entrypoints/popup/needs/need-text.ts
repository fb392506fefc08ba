import { i18n } from '#i18n';
import { finished } from '@/utils/domain/run/checklist/finishing.ts';
import { isPrivate } from '@/utils/domain/session/private.ts';
import { softwareName } from '@/utils/texts/names.ts';
import { privateRunText } from '@/utils/texts/run/private.ts';
import { runText } from '@/utils/texts/run/runs.ts';
import type { Need } from './needs.ts';

/** Whom something concerns: a connection's name, or the software that asks. */
export function needName({ view, runs }: Need): string {
  return view?.connection.name ?? runs[0]?.connection?.name ?? i18n.t('popup.title');
}

/** What is needed, in a few words. */
export function needText({ kind, view, runs: [first] }: Need): string {
  switch (kind) {
    case 'run':
    case 'ended':
      if (!first) return '';
      return isPrivate(first.run) ? privateRunText(first.run).heading : runText(first).heading;
    case 'wrong-account':
      return i18n.t('account.wrongHeading');
    case 'confirm':
      return i18n.t('account.confirmHeading');
    case 'suggestion':
      return i18n.t('suggestion.heading');
    case 'finish': {
      if (!view) return '';
      const { done, of } = finished(view.connection);
      return i18n.t('needs.stepsLeft', of - done, [String(of - done), softwareName(view.connection)]);
    }
  }
}
