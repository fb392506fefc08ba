import { i18n } from '#i18n';
import { Tick } from '@/components/form/Tick.tsx';

interface ForceSignInProps {
  marketplace: string;
  forced: boolean;
  onForce: (forced: boolean) => void;
}

/** Whether the marketplace is to show its sign-in page in any case. */
export function ForceSignIn({ marketplace, forced, onForce }: ForceSignInProps) {
  return <Tick label={i18n.t('guard.forceSignIn', [marketplace])} ticked={forced} onTick={onForce} />;
}
