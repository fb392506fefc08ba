import { i18n } from '#i18n';
import { Exemptions } from './Exemptions.tsx';

/** What holds for everything. */
export function Settings() {
  return (
    <>
      <Exemptions />
      <p class="soft">{i18n.t('options.privacy')}</p>
    </>
  );
}
