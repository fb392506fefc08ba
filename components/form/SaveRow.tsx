import { i18n } from '#i18n';
import { Action } from '../parts/Action.tsx';

interface SaveRowProps {
  /** What the button that saves says. */
  save: string;
  onSave: () => Promise<unknown>;
  onClose: () => void;
}

/** The end of a form: save it, or leave it. */
export function SaveRow({ save, onSave, onClose }: SaveRowProps) {
  return (
    <div class="row save-row">
      <Action kind="primary" onPress={onSave}>
        {save}
      </Action>
      <Action kind="plain" onPress={onClose}>
        {i18n.t('common.cancel')}
      </Action>
    </div>
  );
}
