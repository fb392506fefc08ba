import { useContext, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Action } from '../parts/Action.tsx';
import { Diagnosis } from '../parts/help.ts';
import { WarningIcon } from '../parts/icons.tsx';

interface FailureProps {
  /** Absent where the page's own heading says it. */
  heading?: string | undefined;
  text: string;
  /** What was thrown, for the diagnostics. */
  error?: unknown;
  onAgain: () => unknown;
}

/** Copies the diagnostics; where the browser does not let us, they stand there to be copied by hand. */
function CopyDiagnostics({ error }: { error: unknown }) {
  const collect = useContext(Diagnosis);
  const [shown, setShown] = useState<{ text: string; copied: boolean }>();
  const copy = async (): Promise<void> => {
    const text = await collect(error);
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setShown({ text, copied });
  };
  return (
    <>
      <Action onPress={copy}>{i18n.t('failure.copy')}</Action>
      <span class="soft" role="status">
        {shown?.copied && i18n.t('checklist.copied')}
      </span>
      {shown && !shown.copied && <pre class="diagnosis">{shown.text}</pre>}
    </>
  );
}

/** Something that cannot be shown: what is wrong, and what can be done. */
export function Failure({ heading, text, error, onAgain }: FailureProps) {
  return (
    <section class="card bad stack tight failure" role="alert">
      {heading && (
        <h2 class="row">
          <WarningIcon /> {heading}
        </h2>
      )}
      <p>{text}</p>
      <div class="row">
        <Action kind="primary" onPress={onAgain}>
          {i18n.t('failure.again')}
        </Action>
        <CopyDiagnostics error={error} />
      </div>
    </section>
  );
}
