import { i18n } from '#i18n';
import { Waiting } from '@/components/failure/Waiting.tsx';
import { useLive } from '@/components/hooks/live.ts';
import { Action } from '@/components/parts/Action.tsx';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import { askForMarketplace, optionalMarketplaces, withdrawFrom } from '@/utils/platform/guard/permissions.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';

/** The marketplaces that are watched only if the user allows it. */
export function Marketplaces() {
  const all = useLive(optionalMarketplaces, onChanged);
  return (
    <section class="card stack tight" aria-labelledby="marketplaces">
      <h2 id="marketplaces">{i18n.t('preferences.marketplaces')}</h2>
      <p class="soft">{i18n.t('preferences.marketplacesText')}</p>
      {!all && <Waiting what={i18n.t('preferences.marketplaces')} />}
      <ul>
        {all?.map(({ id, granted }) => {
          const { name } = marketplaceById(id);
          return (
            <li key={id} class="line">
              <span>{i18n.t(granted ? 'preferences.watched' : 'preferences.notWatched', [name])}</span>
              <Action onPress={() => (granted ? withdrawFrom(id) : askForMarketplace(id))}>
                {i18n.t(granted ? 'preferences.withdraw' : 'access.watchButton', [name])}
              </Action>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
