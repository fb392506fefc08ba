import { i18n } from '#i18n';
import type { Diagnostics } from '../../flows/data/diagnostics.ts';
import { locale } from '../names.ts';
import { obstacleHeading } from '../obstacle.ts';

const yesNo = (yes: boolean): string => i18n.t(yes ? 'diagnostics.yes' : 'diagnostics.no');

/** Diagnostics as lines of what and how. */
export function diagnosticLines(now: Diagnostics): [string, string][] {
  const { rules } = now;
  const database = now.obstacles.find((each) => each.kind === 'database');
  const none = i18n.t('diagnostics.none');
  return [
    ['Grantkeeper', now.version],
    [i18n.t('diagnostics.browser'), now.browser],
    [i18n.t('diagnostics.language'), `${now.language} → ${locale()}`],
    [i18n.t('diagnostics.timeZone'), now.timeZone],
    [i18n.t('diagnostics.permissions'), now.permissions.join(', ')],
    [i18n.t('diagnostics.withheld'), now.withheld.join(', ') || none],
    [
      i18n.t('diagnostics.rules'),
      i18n.t('diagnostics.rulesText', [String(rules.guard), String(rules.session), String(rules.dynamic)]),
    ],
    [i18n.t('diagnostics.obstacles'), now.obstacles.map(obstacleHeading).join('; ') || none],
    [i18n.t('diagnostics.database'), database?.why ?? i18n.t('diagnostics.works')],
    [
      i18n.t('dashboard.connections'),
      i18n.t('diagnostics.connectionsText', [
        String(now.connections),
        String(now.dated),
        String(now.muted),
        String(now.archived),
      ]),
    ],
    [i18n.t('diagnostics.living'), String(now.living)],
    [i18n.t('diagnostics.suggestions'), String(now.suggestions)],
    [i18n.t('diagnostics.exemptions'), String(now.exemptions)],
    [i18n.t('diagnostics.reminders'), yesNo(now.reminders)],
    [i18n.t('diagnostics.sync'), yesNo(now.sync)],
    ...(now.kept === undefined
      ? []
      : [
          [i18n.t('diagnostics.kept'), `${Math.ceil(now.kept / 1024).toLocaleString(locale())} KiB`] as [
            string,
            string,
          ],
        ]),
  ];
}
