import { i18n } from '#i18n';
import { Banner } from '@/components/design/Banner.tsx';
import { CheckIcon, PersonIcon, QuestionIcon } from '@/components/parts/icons.tsx';
import type { Preview } from '@/utils/flows/engine/effects/clean.ts';
import { list } from '@/utils/texts/names.ts';

/** The present sign-in in one line: somebody's, nobody knows whose, or none. */
export function SignInNow({ preview: { domains, tabs } }: { preview: Pick<Preview, 'domains' | 'tabs'> }) {
  const signedIn = domains.filter((each) => each.signedIn);
  const held = domains.filter(({ cookies }) => cookies > 0);
  const names = (which: typeof domains): string => list(which.map(({ domain }) => domain));
  if (signedIn.length > 0) {
    return (
      <Banner tone="warn" icon={PersonIcon}>
        <strong>{i18n.t('guard.signedIn', [names(signedIn)])}</strong>
        {tabs.length > 0 && ` · ${i18n.t('guard.tabsOpen', tabs.length)}`}
      </Banner>
    );
  }
  return held.length > 0 ? (
    <Banner tone="plain" icon={QuestionIcon}>
      {i18n.t('guard.notKnownWhose', [names(held)])}
    </Banner>
  ) : (
    <Banner tone="plain" icon={CheckIcon}>
      {i18n.t('guard.nobody', [names(domains)])}
    </Banner>
  );
}
