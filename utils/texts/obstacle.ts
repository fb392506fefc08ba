import { i18n } from '#i18n';
import { allSessionDomains } from '../domain/address/host-patterns.ts';
import { marketplaces } from '../domain/marketplaces/index.ts';
import type { Obstacle } from '../domain/session/obstacle.ts';
import { list } from './names.ts';

/** Which pages Grantkeeper may not see, and what it cannot do therefore. */
function hostsText(domains: readonly string[]): string {
  if (domains.length === allSessionDomains().length)
    return i18n.t('access.textAll', [list(marketplaces.map(({ name }) => name))]);
  return i18n.t('access.text', [list(domains)]);
}

/** The heading over an obstacle. */
export function obstacleHeading({ kind }: Obstacle): string {
  if (kind === 'database') return i18n.t('obstacle.databaseHeading');
  const protects = kind === 'hosts' || kind === 'rules';
  return i18n.t(protects ? 'access.heading' : 'obstacle.heading');
}

/** What is missing, in one sentence. */
export function obstacleText(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'hosts':
      return hostsText(obstacle.domains);
    case 'rules':
      return i18n.t('obstacle.rules');
    case 'cookies':
      return i18n.t('obstacle.cookies');
    case 'other-jar':
      return i18n.t('obstacle.otherJar');
    case 'database':
      return i18n.t(`obstacle.${obstacle.why}`);
  }
}

/** What the button does about it. */
export function obstacleButton({ kind }: Obstacle): string {
  switch (kind) {
    case 'hosts':
      return i18n.t('access.button');
    case 'rules':
      return i18n.t('obstacle.rulesButton');
    case 'cookies':
      return i18n.t('obstacle.again');
    case 'other-jar':
      return i18n.t('obstacle.otherJarButton');
    case 'database':
      return i18n.t('obstacle.save');
  }
}
