import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Action } from '@/components/Action.tsx';
import { Finding } from '@/components/Finding.tsx';
import { Modes } from '@/components/Modes.tsx';
import { CleanCosts, SessionNow } from '@/components/Preview.tsx';
import { useSettled } from '@/components/settled.ts';
import { type Connection, suggestedMode } from '@/utils/domain/connection.ts';
import type { Finding as Found } from '@/utils/domain/finding.ts';
import type { CleanMode, RunMode } from '@/utils/domain/run.ts';
import type { Preview } from '@/utils/flows/clean.ts';
import type { Problem } from '@/utils/flows/views.ts';
import { mend } from '@/utils/mend.ts';
import { sendMessage } from '@/utils/messages.ts';
import { onChanged } from '@/utils/platform/face.ts';
import { reasonText } from '@/utils/texts/condition.ts';
import { softwareName } from '@/utils/texts/names.ts';
import { problemText } from '@/utils/texts/problems.ts';

/** Before a clean start: what it signs the person out of. Nothing happens before the press. */
export function StartRenewal({ connection, onClose }: { connection: Connection; onClose: () => void }) {
  const [preview, setPreview] = useState<Preview>();
  const [picked, setPicked] = useState<CleanMode>();
  const [finding, setFinding] = useState<Found>();
  const [problem, setProblem] = useState<Problem | 'unexpected'>();
  const body = useRef<HTMLDivElement>(null);
  const settled = useSettled(body) && preview !== undefined;
  const reason = reasonText(connection);
  const modes = preview?.modes ?? [];
  const mode = picked ?? suggestedMode(connection, modes);
  const hasModes = modes.includes('container') || preview?.domains.some(({ cookies }) => cookies > 0);

  useEffect(() => {
    const show = (found: Preview | { finding: Found } | undefined): void => {
      setProblem(found ? undefined : 'connection-gone');
      setFinding(found && 'finding' in found ? found.finding : undefined);
      setPreview(found && 'domains' in found ? found : undefined);
    };
    const load = (): void => {
      sendMessage('renewal/preview', { connectionId: connection.id }).then(show, () =>
        setProblem('unexpected'),
      );
    };
    load();
    return onChanged(load);
  }, [connection.id]);

  const start = async (mode: RunMode): Promise<void> => {
    const outcome = await sendMessage('renewal/start', { connectionId: connection.id, mode }).catch(
      () => ({ ok: false, problem: 'unexpected' }) as const,
    );
    if (outcome.ok) onClose();
    else setProblem(outcome.problem);
  };

  return (
    <div class="stack" ref={body}>
      <h2>{i18n.t('start.heading', [connection.name])}</h2>
      {problem && (
        <p role="alert" class="card bad">
          {problemText(problem)}
        </p>
      )}
      {reason && <p class="card warn">{reason}</p>}
      {finding && <Finding finding={finding} mend={mend} stays={finding.kind === 'other-jar'} />}
      {preview && (
        <>
          <p>{i18n.t('start.intro')}</p>
          <SessionNow domains={preview.domains} tabs={mode === 'container' ? [] : preview.tabs} />
          <CleanCosts marketplace={connection.marketplace} domains={preview.domains} mode={mode} />
          {hasModes && <Modes mode={mode} modes={modes} connection={connection} onChoose={setPicked} />}
          <p class="soft">{i18n.t('private.startHint')}</p>
          <p>
            {connection.integration === 'other' && !connection.software
              ? i18n.t('start.afterwardsOther')
              : i18n.t('start.afterwards', [softwareName(connection)])}
          </p>
        </>
      )}
      <div class="stack tight">
        <Action kind="primary" ready={settled} onPress={() => start(mode)}>
          {i18n.t(mode === 'container' ? 'container.start' : 'start.go')}
        </Action>
        <Action ready={settled} onPress={() => start('as-is')}>
          {i18n.t('start.asIs')}
        </Action>
        <Action kind="plain" onPress={onClose}>
          {i18n.t('common.back')}
        </Action>
      </div>
    </div>
  );
}
