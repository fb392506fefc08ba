import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Boundary } from '@/components/failure/Boundary.tsx';
import { Obstacles } from '@/components/failure/Obstacles.tsx';
import { useLive } from '@/components/hooks/live.ts';
import { QuestionIcon } from '@/components/parts/icons.tsx';
import { Logo } from '@/components/parts/Logo.tsx';
import { fix } from '@/utils/messages/fix.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';
import { linkTo } from './links.ts';
import { useRoute } from './route.ts';
import { sections } from './sections.ts';

const readObstacles = () => sendMessage('obstacles');

/** The dashboard: its sections beside what the chosen one shows. */
export function Dashboard() {
  const { section, detail } = useRoute();
  const found = useLive(readObstacles, onChanged);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(section);

  useEffect(() => {
    document.title = `${section.title()} – ${i18n.t('extName')}`;
    // Whoever goes on by keyboard or screen reader begins at what is new; the first page is read from its top.
    if (shown.current !== section) heading.current?.focus();
    shown.current = section;
  }, [section]);

  return (
    <div class="dashboard">
      <nav aria-label={i18n.t('extName')}>
        <p class="brand row">
          <Logo size={28} /> <strong>{i18n.t('extName')}</strong>
        </p>
        <ul>
          {sections
            .filter(({ unlisted }) => !unlisted)
            .map(({ id, title, Icon }) => (
              <li key={id}>
                <a href={linkTo(id)} title={title()} aria-current={id === section.id ? 'page' : undefined}>
                  <Icon /> <span>{title()}</span>
                </a>
              </li>
            ))}
        </ul>
        <p class="nav-foot">
          <a href="/help.html" title={i18n.t('help.title')}>
            <QuestionIcon /> <span>{i18n.t('help.title')}</span>
          </a>
          <a href="/welcome.html">{i18n.t('welcome.title')}</a>
        </p>
      </nav>
      <main class="stack">
        <h1 tabIndex={-1} ref={heading}>
          {section.title()}
        </h1>
        {found && <Obstacles {...found} fix={fix} />}
        <Boundary of="card" key={section.id}>
          <section.Content detail={detail} />
        </Boundary>
      </main>
    </div>
  );
}
