import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { lastRefusal, PATIENCE } from '../hooks/live.ts';
import { Failure } from './Failure.tsx';

interface WaitingProps {
  /** What is waited for, in words. */
  what: string;
  /** The page itself says that it is working, and with `useLate` that it takes long. */
  quiet?: boolean;
}

/** Whether what this stands for has been waited for too long. */
export function useLate(): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return late;
}

/** Stands where something is still to come; after four seconds it says what is waited for, and what can be done. */
export function Waiting({ what, quiet = false }: WaitingProps) {
  const late = useLate();
  if (late) {
    return (
      <Failure
        heading={quiet ? undefined : i18n.t('failure.lateHeading')}
        text={i18n.t('failure.lateText', [what])}
        error={lastRefusal()}
        onAgain={() => location.reload()}
      />
    );
  }
  return quiet ? null : <p class="soft waiting">{i18n.t('common.loading')}</p>;
}
