import { i18n } from '#i18n';
import { DefaultMode } from './DefaultMode.tsx';
import { Exemptions } from './Exemptions.tsx';
import { Marketplaces } from './Marketplaces.tsx';

/** What holds for everything. */
export function Settings() {
  return (
    <div class="stack reading">
      <DefaultMode />
      <section class="card stack tight">
        <h2>{i18n.t('preferences.looksHeading')}</h2>
        <p>{i18n.t('preferences.language')}</p>
        <p>{i18n.t('preferences.theme')}</p>
      </section>
      <Marketplaces />
      <Exemptions />
      <p class="soft">{i18n.t('options.privacy')}</p>
    </div>
  );
}
