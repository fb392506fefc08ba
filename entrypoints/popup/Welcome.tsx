import { i18n } from '#i18n';
import { Action } from '@/components/parts/Action.tsx';
import { anyMarketplace } from '@/utils/texts/names.ts';

/** The empty pop-up: what this is for, and the first step. */
export function Welcome({ onAdd }: { onAdd: () => void }) {
  return (
    <section class="stack">
      <h2>{i18n.t('popup.emptyHeading')}</h2>
      <p>{i18n.t('popup.emptyText', [anyMarketplace()])}</p>
      <ol class="numbered stack tight">
        <li>{i18n.t('popup.emptyStep1')}</li>
        <li>{i18n.t('popup.emptyStep2')}</li>
        <li>{i18n.t('popup.emptyStep3')}</li>
      </ol>
      <Action kind="primary" onPress={onAdd}>
        {i18n.t('popup.addFirst')}
      </Action>
    </section>
  );
}
