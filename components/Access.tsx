import { i18n } from '#i18n';
import { accessText } from '@/utils/texts/access.ts';
import { Action } from './Action.tsx';

interface AccessProps {
  /** The domains that are withheld. */
  domains: readonly string[];
  /** Asks the browser for exactly these; called first thing in the press. */
  ask: (domains: readonly string[]) => Promise<void>;
}

/** What Grantkeeper may not see, and the button that asks for it. */
export function Access({ domains, ask }: AccessProps) {
  return (
    <>
      <p>{accessText(domains)}</p>
      <div class="row">
        <Action kind="primary" onPress={() => ask(domains)}>
          {i18n.t('access.button')}
        </Action>
      </div>
    </>
  );
}
