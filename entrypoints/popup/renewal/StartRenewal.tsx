import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Sheet } from '@/components/design/Sheet.tsx';
import { ObstacleCard } from '@/components/failure/ObstacleCard.tsx';
import { Waiting } from '@/components/failure/Waiting.tsx';
import { useSettled } from '@/components/hooks/settled.ts';
import { Action } from '@/components/parts/Action.tsx';
import { Modes } from '@/components/renewal/Modes.tsx';
import { CleanCosts, SessionNow } from '@/components/renewal/Preview.tsx';
import { type Connection, suggestedMode } from '@/utils/domain/account/connection.ts';
import type { CleanMode, RunMode } from '@/utils/domain/session/modes.ts';
import type { Obstacle } from '@/utils/domain/session/obstacle.ts';
import type { StartPreview } from '@/utils/flows/renewal/renewal.ts';
import { problemOf } from '@/utils/messages/ask.ts';
import { fix } from '@/utils/messages/fix.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';
import { reasonText } from '@/utils/texts/due/condition.ts';
import { softwareName } from '@/utils/texts/names.ts';
import { problemText } from '@/utils/texts/problems.ts';

interface StartProps {
  connection: Connection;
  /** One of several that are due. */
  queued?: true;
  onStarted: () => void;
  onClose: () => void;
}

/** Before a clean start: what it signs the person out of. Nothing happens before the press. */
export function StartRenewal({ connection, queued, onStarted, onClose }: StartProps) {
  const [preview, setPreview] = useState<StartPreview>();
  const [anew, setAnew] = useState(false);
  const [picked, setPicked] = useState<CleanMode>();
  const [obstacle, setObstacle] = useState<Obstacle>();
  const [problem, setProblem] = useState<string>();
  const body = useRef<HTMLDivElement>(null);
  const settled = useSettled(body) && preview !== undefined;
  const reason = reasonText(connection);
  const follows = anew ? undefined : preview?.follows;
  const modes = preview?.modes ?? [];
  // A container's sign-in serves its own connection alone.
  const suggestable =
    queued && !connection.container?.keep ? modes.filter((each) => each !== 'container') : modes;
  const mode = picked ?? suggestedMode(connection, suggestable, preview?.preferred);
  const hasModes = modes.includes('container') || preview?.domains.some(({ cookies }) => cookies > 0);

  useEffect(() => {
    const show = (found: StartPreview | { obstacle: Obstacle } | undefined): void => {
      setProblem(found ? undefined : problemText('connection-gone'));
      setObstacle(found && 'obstacle' in found ? found.obstacle : undefined);
      setPreview(found && 'domains' in found ? found : undefined);
    };
    const load = (): void => {
      sendMessage('renewal/preview', { connectionId: connection.id }).then(show, () =>
        setProblem(problemText('unexpected')),
      );
    };
    load();
    return onChanged(load);
  }, [connection.id]);

  const start = async (mode: RunMode): Promise<void> => {
    const asked = { connectionId: connection.id, mode, ...(queued && { queued }) };
    const refused = await problemOf(sendMessage('renewal/start', asked));
    if (refused === undefined) onStarted();
    else setProblem(refused);
  };

  const foot =
    follows === undefined ? (
      <>
        <Action kind="primary" large ready={settled} onPress={() => start(mode)}>
          {i18n.t(mode === 'container' ? 'container.start' : 'start.go')}
        </Action>
        <Action ready={settled} onPress={() => start('as-is')}>
          {i18n.t('start.asIs')}
        </Action>
      </>
    ) : (
      <>
        <Action kind="primary" large ready={settled} onPress={() => start('as-is')}>
          {i18n.t('queue.goOn')}
        </Action>
        <Action onPress={() => setAnew(true)}>{i18n.t('queue.instead')}</Action>
      </>
    );
  return (
    <Sheet heading={i18n.t('start.heading', [connection.name])} onBack={onClose} foot={foot}>
      <div class="stack" ref={body}>
        {problem && (
          <p role="alert" class="card bad">
            {problem}
          </p>
        )}
        {reason && <p class="card warn">{reason}</p>}
        {obstacle && <ObstacleCard obstacle={obstacle} fix={fix} stays={obstacle.kind === 'other-jar'} />}
        {!preview && !obstacle && !problem && <Waiting what={i18n.t('failure.ofSignIns')} />}
        {follows !== undefined && <p>{i18n.t('queue.follows', [follows, connection.name])}</p>}
        {preview && follows === undefined && (
          <>
            <p>{i18n.t('start.intro')}</p>
            <SessionNow domains={preview.domains} tabs={mode === 'container' ? [] : preview.tabs} />
            <CleanCosts marketplace={connection.marketplace} domains={preview.domains} mode={mode} />
            {hasModes && <Modes mode={mode} modes={modes} connection={connection} onChoose={setPicked} />}
            <p class="soft">{i18n.t('private.startHint')}</p>
          </>
        )}
        {preview && (
          <p>
            {connection.integration === 'other' && !connection.software
              ? i18n.t('start.afterwardsOther')
              : i18n.t('start.afterwards', [softwareName(connection)])}
          </p>
        )}
      </div>
    </Sheet>
  );
}
