import { i18n } from '#i18n';

interface ForceSignInProps {
  marketplace: string;
  forced: boolean;
  onForce: (forced: boolean) => void;
}

/** Whether the marketplace is to show its sign-in page in any case. */
export function ForceSignIn({ marketplace, forced, onForce }: ForceSignInProps) {
  return (
    <label class="row tick">
      <input type="checkbox" checked={forced} onChange={(event) => onForce(event.currentTarget.checked)} />
      <span>{i18n.t('guard.forceSignIn', [marketplace])}</span>
    </label>
  );
}
