import { i18n } from '#i18n';
import { HelpLink } from '@/components/parts/HelpLink.tsx';
import { Logo } from '@/components/parts/Logo.tsx';

interface HeadProps {
  /** What is searched for; absent where there is too little to search in. */
  search?: { words: string; onInput: (words: string) => void } | undefined;
}

/** The head of the pop-up: its name, or the search in its place. */
export function Head({ search }: HeadProps) {
  return (
    <header>
      <Logo size={24} />
      <h1 class={search ? 'visually-hidden' : undefined}>{i18n.t('popup.title')}</h1>
      {search && (
        <input
          type="search"
          aria-label={i18n.t('list.search')}
          placeholder={i18n.t('list.search')}
          autoComplete="off"
          value={search.words}
          onInput={(event) => search.onInput(event.currentTarget.value)}
        />
      )}
      <HelpLink href="/help.html" label={i18n.t('help.title')} />
    </header>
  );
}
