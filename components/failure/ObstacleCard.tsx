import { i18n } from '#i18n';
import type { Obstacle } from '@/utils/domain/session/obstacle.ts';
import { obstacleButton, obstacleText } from '@/utils/texts/obstacle.ts';
import { Action } from '../parts/Action.tsx';

interface ObstacleProps {
  obstacle: Obstacle;
  /** Does what the button says; called first thing in the press, for the browser wants the gesture. */
  fix: (obstacle: Obstacle) => Promise<unknown>;
  /** Where the button cannot take the person elsewhere. */
  stays?: boolean;
}

/** What keeps a renewal from being safe here, and the button that asks for exactly that. */
export function ObstacleCard({ obstacle, fix, stays = false }: ObstacleProps) {
  return (
    <>
      <p>{obstacleText(obstacle)}</p>
      <div class="row">
        <Action kind="primary" onPress={() => fix(obstacle)}>
          {stays ? i18n.t('obstacle.again') : obstacleButton(obstacle)}
        </Action>
      </div>
    </>
  );
}
