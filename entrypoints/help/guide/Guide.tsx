import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { Logo } from '@/components/parts/Logo.tsx';
import { TOPICS } from './topics.ts';
import { Ways } from './Ways.tsx';

/**
 * How everything works, with the surfaces themselves as pictures: they are drawn by their own components, and so they
 * are never out of date.
 *
 * @param asked The id of the part that the address names.
 */
export function Guide({ asked }: { asked: string }) {
  useEffect(() => {
    const part = document.getElementById(asked);
    part?.scrollIntoView();
    part?.querySelector('h2')?.focus({ preventScroll: true });
  }, [asked]);
  return (
    <main class="guide stack">
      <header class="row">
        <Logo size={28} />
        <h1>{i18n.t('help.heading')}</h1>
      </header>
      <p>{i18n.t('help.intro')}</p>
      <nav aria-label={i18n.t('help.contents')}>
        <ul>
          {TOPICS.map(({ id, heading }) => (
            <li key={id} class="contents">
              <a href={`#${id}`}>{i18n.t(heading)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {TOPICS.map(({ id, heading, text, ...more }) => (
        <section key={id} id={id} class="stack" aria-labelledby={`${id}-heading`}>
          <h2 id={`${id}-heading`} tabIndex={-1}>
            {i18n.t(heading)}
          </h2>
          <p>{i18n.t(text)}</p>
          {id === 'ways' && <Ways />}
          {'Picture' in more && (
            // What is to be read in it stays readable; what looks like a control is none.
            <figure {...(id !== 'badge' && { inert: true, 'aria-hidden': 'true' })}>
              <more.Picture />
            </figure>
          )}
        </section>
      ))}
      <p class="row spread">
        <a href="#try">{i18n.t('practice.start')}</a>
        <a href="/welcome.html">{i18n.t('welcome.title')}</a>
        <a href="/options.html">{i18n.t('welcome.toOverview')}</a>
      </p>
    </main>
  );
}
