import { i18n } from '#i18n';
import { Action } from '@/components/parts/Action.tsx';
import { browser } from '@/utils/platform/browser.ts';

/** Where nothing is left to decide: out of here, or on to the connections. */
export function Leave() {
  return (
    <div class="row">
      <Action onPress={() => window.close()}>{i18n.t('guard.closeTab')}</Action>
      <Action kind="plain" onPress={() => browser.runtime.openOptionsPage()}>
        {i18n.t('guard.openOverview')}
      </Action>
    </div>
  );
}
