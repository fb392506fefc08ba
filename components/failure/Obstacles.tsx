import { i18n } from '#i18n';
import type { DatabaseFailure, Obstacle } from '@/utils/domain/session/obstacle.ts';
import { obstacleButton, obstacleHeading, obstacleText } from '@/utils/texts/obstacle.ts';
import { WarningIcon } from '../parts/icons.tsx';
import { ZoneNote } from '../parts/ZoneNote.tsx';
import { ObstacleCard } from './ObstacleCard.tsx';

interface ObstaclesProps {
  obstacles: Obstacle[];
  /** How many stored entries cannot be read. */
  unreadable?: number | undefined;
  /** Does what an obstacle's button says; called first thing in the click's handler. */
  fix: (obstacle: Obstacle) => Promise<void>;
}

/** With these, what is there can be read and saved. */
const READABLE: readonly DatabaseFailure[] = ['full', 'newer', 'damaged'];

function Database({ obstacle }: { obstacle: Extract<Obstacle, { kind: 'database' }> }) {
  return (
    <>
      <p>{obstacleText(obstacle)}</p>
      {READABLE.includes(obstacle.why) && (
        <div class="row">
          <a class="button" href="/options.html#data" target="_blank" rel="noreferrer">
            {obstacleButton(obstacle)}
          </a>
        </div>
      )}
    </>
  );
}

/** What keeps Grantkeeper from working, and what can be done about it. */
export function Obstacles({ obstacles, unreadable = 0, fix }: ObstaclesProps) {
  return (
    <>
      {obstacles.map((obstacle) => (
        <section
          key={obstacle.kind === 'unwatched' ? obstacle.marketplace : obstacle.kind}
          class={`card ${obstacle.kind === 'unwatched' ? 'warn' : 'bad'} stack tight`}
          role="alert"
        >
          <h2 class="row">
            <WarningIcon /> {obstacleHeading(obstacle)}
          </h2>
          {obstacle.kind === 'database' ? (
            <Database obstacle={obstacle} />
          ) : (
            <ObstacleCard obstacle={obstacle} fix={fix} />
          )}
        </section>
      ))}
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
