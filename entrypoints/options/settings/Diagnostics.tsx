import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Waiting } from '@/components/failure/Waiting.tsx';
import { useLive } from '@/components/hooks/live.ts';
import { Action } from '@/components/parts/Action.tsx';
import type { Diagnostics as Now } from '@/utils/flows/data/diagnostics.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';
import { diagnosticLines } from '@/utils/texts/data/diagnostics.ts';

const readNow = (): Promise<Now> => sendMessage('diagnostics');

/** Grantkeeper's state in this browser, to copy for support. */
export function Diagnostics() {
  const now = useLive(readNow, onChanged);
  const [copied, setCopied] = useState(false);
  if (!now) return <Waiting what={i18n.t('diagnostics.heading')} />;
  const lines = diagnosticLines(now);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(lines.map((line) => line.join(': ')).join('\n'));
    setCopied(true);
  };
  return (
    <>
      <p class="soft">{i18n.t('diagnostics.text')}</p>
      <dl class="known card">
        {lines.map(([what, how]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
      <div class="row">
        <Action onPress={copy}>{i18n.t('receipt.copy')}</Action>
        <span class="soft" role="status">
          {copied && i18n.t('receipt.copied')}
        </span>
      </div>
    </>
  );
}
