import { i18n } from '#i18n';
import { Action } from '@/components/parts/Action.tsx';
import { browser } from '@/utils/platform/browser.ts';
import { OWN_DETAILS } from '@/utils/platform/jars/private-windows.ts';
import { howToAllowPrivate } from '@/utils/texts/run/private.ts';
import type { Decide } from '../decide.ts';

/** On in a private window, or how to allow Grantkeeper there. */
export function InPrivate(props: { allowed: boolean; decide: Decide; settled: boolean }) {
  const { allowed, decide, settled } = props;
  return (
    <section class="way">
      <p>{i18n.t('private.wayText')}</p>
      {!allowed && <p class="soft">{howToAllowPrivate()}</p>}
      <div class="row">
        {allowed && (
          <Action ready={settled} onPress={() => decide({ type: 'private-window' })}>
            {i18n.t('private.way')}
          </Action>
        )}
        {!allowed && OWN_DETAILS && (
          <Action onPress={() => browser.tabs.create({ url: OWN_DETAILS })}>
            {i18n.t('private.allowButton')}
          </Action>
        )}
      </div>
    </section>
  );
}
