import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import type { AskView, GuardView } from '@/utils/flows/reading/views.ts';
import { placeName, softwareName } from '@/utils/texts/names.ts';
import { Frame } from './Frame.tsx';

type Candidates = Extract<GuardView, { kind: 'choose' }>['candidates'];

interface QuestionProps {
  ask: AskView;
  /** Absent in private windows. */
  candidates?: Candidates;
  children: ComponentChildren;
}

/** The software that asks, where all connections that know its app have the same one. */
function softwareOf(candidates: Candidates): string | undefined {
  const names = candidates.flatMap(({ knowsApp, view }) => (knowsApp ? [softwareName(view.connection)] : []));
  return new Set(names).size === 1 ? names[0] : undefined;
}

/** Who wants access to what; around everything that is asked about it. */
export function Question({ ask, candidates = [], children }: QuestionProps) {
  const marketplace = marketplaceById(ask.marketplace).name;
  const software = softwareOf(candidates);
  return (
    <Frame
      heading={
        software
          ? i18n.t('guard.headingSoftware', [software, marketplace])
          : i18n.t('guard.heading', [marketplace])
      }
      said={i18n.t('guard.intro', [placeName(ask.marketplace, ask.site)])}
    >
      {children}
    </Frame>
  );
}
