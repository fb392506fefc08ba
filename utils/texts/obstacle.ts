import { i18n } from '#i18n';
import { sessionDomainsOf } from '../domain/address/host-patterns.ts';
import { builtIn, marketplaceById } from '../domain/marketplaces/index.ts';
import type { Obstacle } from '../domain/session/obstacle.ts';
import { list } from './names.ts';

/** Which pages Grantkeeper may not see, and what it cannot do therefore. */
function hostsText(domains: readonly string[]): string {
  if (domains.length === sessionDomainsOf(builtIn).length)
    return i18n.t('access.textAll', [list(builtIn.map(({ name }) => name))]);
  return i18n.t('access.text', [list(domains)]);
}

/** The heading over an obstacle. */
export function obstacleHeading(obstacle: Obstacle): string {
  const { kind } = obstacle;
  if (kind === 'unwatched')
    return i18n.t('access.watchHeading', [marketplaceById(obstacle.marketplace).name]);
  if (kind === 'database') return i18n.t('obstacle.databaseHeading');
  const protects = kind === 'hosts' || kind === 'rules';
  return i18n.t(protects ? 'access.heading' : 'obstacle.heading');
}

/** What is missing, in one sentence. */
export function obstacleText(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'hosts':
      return hostsText(obstacle.domains);
    case 'unwatched':
      return i18n.t('access.watchText', [marketplaceById(obstacle.marketplace).name]);
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
export function obstacleButton(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case 'unwatched':
      return i18n.t('access.watchButton', [marketplaceById(obstacle.marketplace).name]);
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
