import { i18n } from '#i18n';
import type { Finding } from '../domain/finding.ts';
import { allSessionDomains } from '../domain/host-patterns.ts';
import { locale } from './names.ts';

/** Which pages Grantkeeper may not see, and what it cannot do therefore. */
function hostsText(domains: readonly string[]): string {
  if (domains.length === allSessionDomains().length) return i18n.t('access.textAll');
  return i18n.t('access.text', [new Intl.ListFormat(locale()).format(domains)]);
}

/** Over what the person reads of a finding. */
export function findingHeading({ kind }: Finding): string {
  const protects = kind === 'hosts' || kind === 'rules';
  return i18n.t(protects ? 'access.heading' : 'finding.heading');
}

/** What is missing, in one sentence. */
export function findingText(finding: Finding): string {
  switch (finding.kind) {
    case 'hosts':
      return hostsText(finding.domains);
    case 'rules':
      return i18n.t('finding.rules');
    case 'cookies':
      return i18n.t('finding.cookies');
    case 'other-jar':
      return i18n.t('finding.otherJar');
  }
}

/** What the button does about it. */
export function findingButton({ kind }: Finding): string {
  switch (kind) {
    case 'hosts':
      return i18n.t('access.button');
    case 'rules':
      return i18n.t('finding.rulesButton');
    case 'cookies':
      return i18n.t('finding.again');
    case 'other-jar':
      return i18n.t('finding.otherJarButton');
  }
}
