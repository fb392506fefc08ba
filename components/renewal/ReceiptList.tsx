import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Receipt } from '@/utils/domain/session/cleaning.ts';
import { receiptText } from '@/utils/texts/run/receipt.ts';
import { Action } from '../parts/Action.tsx';

/** A receipt in full, and a button that copies it as text. */
export function ReceiptList({ receipt }: { receipt: Receipt }) {
  const [copied, setCopied] = useState(false);
  const { domains, notes } = receiptText(receipt);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(
      [new Date(receipt.at).toISOString(), ...domains, ...notes].join('\n'),
    );
    setCopied(true);
  };
  return (
    <div class="stack tight">
      <ul>
        {domains.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {notes.map((note) => (
        <p class="soft" key={note}>
          {note}
        </p>
      ))}
      <div class="row">
        <Action onPress={copy}>{i18n.t('receipt.copy')}</Action>
        <span class="soft" role="status">
          {copied && i18n.t('receipt.copied')}
        </span>
      </div>
    </div>
  );
}
