import { i18n } from '#i18n';
import type { Trouble } from '@/utils/domain/due/badge.ts';
import type { Obstacle } from '@/utils/domain/session/obstacle.ts';
import type { Refusal } from '@/utils/domain/settings/refusal.ts';
import { obstacleHeading } from '@/utils/texts/obstacle.ts';
import { WarningIcon } from './icons.tsx';
import { ObstacleCard } from './ObstacleCard.tsx';
import { ZoneNote } from './ZoneNote.tsx';

interface TroublesProps {
  troubles: Trouble[];
  /** Why the database refuses. */
  refusal?: Refusal | undefined;
  obstacle?: Obstacle | undefined;
  /** How many stored entries cannot be read. */
  unreadable?: number | undefined;
  /** Does what the button of the obstacle says; called first thing in the press. */
  fix: (obstacle: Obstacle) => Promise<void>;
}

/** The person can save what is there; else there is nothing that could be read. */
const READABLE: readonly Refusal[] = ['full', 'newer', 'damaged'];

/** What keeps Grantkeeper from working, and the button that mends it. */
export function Troubles({ troubles, refusal = 'refused', obstacle, unreadable = 0, fix }: TroublesProps) {
  return (
    <>
      {obstacle && (
        <section class="card bad stack tight" role="alert">
          <h2 class="row">
            <WarningIcon /> {obstacleHeading(obstacle)}
          </h2>
          <ObstacleCard obstacle={obstacle} fix={fix} />
        </section>
      )}
      {troubles.includes('database') && (
        <section class="card bad stack tight" role="alert">
          <h2 class="row">
            <WarningIcon /> {i18n.t('trouble.databaseHeading')}
          </h2>
          <p>{i18n.t(`refusal.${refusal}`)}</p>
          {READABLE.includes(refusal) && (
            <div class="row">
              <a class="button" href="/options.html#data" target="_blank" rel="noreferrer">
                {i18n.t('refusal.save')}
              </a>
            </div>
          )}
        </section>
      )}
      {unreadable > 0 && (
        <section class="card warn stack tight">
          <h2>{i18n.t('unreadable.count', unreadable)}</h2>
          <p>{i18n.t('unreadable.short')}</p>
          <div class="row">
            <a class="button" href="/options.html#data" target="_blank" rel="noreferrer">
              {i18n.t('unreadable.show')}
            </a>
          </div>
        </section>
      )}
      <ZoneNote />
    </>
  );
}
