import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Action } from './Action.tsx';

/** A button that copies a text, and says that it did. */
export function Copy({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <>
      <Action kind="plain" onPress={copy}>
        {label}
      </Action>
      <span class="soft" role="status">
        {copied && i18n.t('checklist.copied')}
      </span>
    </>
  );
}
