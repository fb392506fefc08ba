import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Action } from '@/components/parts/Action.tsx';
import { Copy } from '@/components/parts/Copy.tsx';
import { sendMessage } from '@/utils/messages/send.ts';

/** How the run's page is built, shown before it is copied: for the makers, where the page is not as we know it. */
export function PageReport({ runId }: { runId: string }) {
  const [report, setReport] = useState<string>();
  const [missing, setMissing] = useState(false);
  const read = async (): Promise<void> => {
    const found = await sendMessage('run/page', { runId });
    setMissing(!found);
    setReport(found && JSON.stringify(found, null, 1));
  };
  return (
    <details>
      <summary>{i18n.t('pageReport.heading')}</summary>
      <div class="stack tight">
        <p>{i18n.t('pageReport.text')}</p>
        {report === undefined ? (
          <div class="row">
            <Action onPress={read}>{i18n.t('pageReport.read')}</Action>
          </div>
        ) : (
          <>
            <textarea
              class="mono"
              readOnly
              rows={8}
              aria-label={i18n.t('pageReport.heading')}
              value={report}
            />
            <div class="row">
              <Copy text={report} label={i18n.t('pageReport.copy')} />
            </div>
          </>
        )}
        {missing && <p role="status">{i18n.t('pageReport.missing')}</p>}
      </div>
    </details>
  );
}
