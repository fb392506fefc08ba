import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Boundary } from '@/components/failure/Boundary.tsx';
import { ObstacleCard } from '@/components/failure/ObstacleCard.tsx';
import { PATIENCE, useReread } from '@/components/hooks/live.ts';
import { useSettled } from '@/components/hooks/settled.ts';
import type { MarketplaceId } from '@/utils/domain/marketplaces/definition/schema.ts';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import type { GuardChoice } from '@/utils/flows/guard/guard-choice.ts';
import type { GuardView, Problem } from '@/utils/flows/reading/views.ts';
import { fix } from '@/utils/messages/fix.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { IN_PRIVATE_INSTANCE } from '@/utils/platform/instance.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';
import { anyMarketplace } from '@/utils/texts/names.ts';
import { obstacleHeading, obstacleText } from '@/utils/texts/obstacle.ts';
import { problemText } from '@/utils/texts/problems.ts';
import { Beside } from './Beside.tsx';
import { Choose } from './choose/Choose.tsx';
import { ChoosePrivate } from './choose/ChoosePrivate.tsx';
import type { Decide } from './decide.ts';
import { Ended } from './Ended.tsx';
import { Frame } from './Frame.tsx';
import { InContainer } from './InContainer.tsx';
import { Leave } from './Leave.tsx';
import { Loading } from './Loading.tsx';
import { Look } from './Look.tsx';
import { Question } from './Question.tsx';
import { Ready } from './Ready.tsx';

/** The person went away from here: nothing that changes elsewhere brings the question back. */
type Left = { kind: 'cancelled' | 'moved' | 'moved-out' };

/** What the person's own press shows here, whatever changes meanwhile. */
type Pressed = { kind: 'working'; inContainer: boolean } | Left;

type Shown = GuardView | { kind: 'loading' } | Pressed;

/** Where a choice leads the person away from here. */
const LEAVES: Partial<Record<GuardChoice['type'], Left>> = {
  cancel: { kind: 'cancelled' },
  'private-window': { kind: 'moved' },
  'normal-tab': { kind: 'moved-out' },
};

/** After these the browser goes on to the marketplace, out of this page. */
const GOES_ON: ReadonlySet<GuardChoice['type']> = new Set([
  'renew',
  'renew-private',
  'go-on',
  'join',
  'back-to-run',
  'let-through',
]);

/** Where the address of a view leads. */
function marketplaceOf(view: GuardView): MarketplaceId | undefined {
  if ('ask' in view) return view.ask.marketplace;
  if (view.kind === 'ready') return view.marketplace;
  return view.kind === 'living' ? view.run.run.marketplace : undefined;
}

/** The address that a view is about, so that a click is for no other. */
function shownIn(view: GuardView | undefined): Pick<GuardChoice, 'shown'> {
  return view && 'ask' in view ? { shown: view.ask.stoppedAt } : {};
}

/** What is true of this page in the moment in which the browser leaves it: the address has gone to its renewal. */
function isBehind(view: GuardView): boolean {
  return view.kind === 'empty' || (view.kind === 'living' && view.run.run.phase === 'consenting');
}

const readView = (): Promise<GuardView> => sendMessage('guard/view');

/** The page to which every stopped authorise address leads. */
export function Guard() {
  const [pressed, setPressed] = useState<Pressed>();
  const [goingTo, setGoingTo] = useState<MarketplaceId>();
  const [problem, setProblem] = useState<Problem | 'unexpected'>();
  const body = useRef<HTMLDivElement>(null);
  const settled = useSettled(body, true);

  const [view, reread] = useReread(readView, onChanged);

  const decide: Decide = async (choice) => {
    setProblem(undefined);
    const starts = choice.type === 'renew' || choice.type === 'renew-private';
    if (starts && choice.mode !== 'as-is')
      setPressed({ kind: 'working', inContainer: choice.mode === 'container' });
    // Where no answer comes, what is true by then is shown, and can be pressed once more.
    const late = setTimeout(() => {
      setPressed(undefined);
      void reread();
    }, PATIENCE);
    const outcome = await sendMessage('guard/choose', { ...choice, ...shownIn(view) }).catch(
      () => ({ ok: false, problem: 'unexpected' }) as const,
    );
    if (!outcome.ok) setProblem(outcome.problem);
    if (outcome.ok && view && GOES_ON.has(choice.type)) {
      setGoingTo(marketplaceOf(view));
      // A marketplace that does not answer leaves the person here, with a way on.
      setTimeout(() => setGoingTo(undefined), PATIENCE);
    }
    const left = outcome.ok ? LEAVES[choice.type] : undefined;
    if (!left) await reread();
    clearTimeout(late);
    setPressed(left);
  };

  const goesOn = goingTo && view && isBehind(view);
  const shown: Shown =
    pressed ?? (goesOn ? { kind: 'going-on', marketplace: goingTo } : (view ?? { kind: 'loading' }));

  return (
    <div ref={body}>
      {problem && (
        <p role="alert" class="card bad guard-problem">
          {problemText(problem)}
        </p>
      )}
      <Boundary of="card" key={shown.kind}>
        <Content shown={shown} decide={decide} settled={settled} />
      </Boundary>
    </div>
  );
}

function Content({ shown, decide, settled }: { shown: Shown; decide: Decide; settled: boolean }) {
  switch (shown.kind) {
    case 'loading':
      return <Loading what={i18n.t('failure.ofGuard')} />;
    case 'working': {
      const working = i18n.t(shown.inContainer ? 'container.working' : 'guard.working');
      return (
        <Frame heading={working}>
          <progress aria-label={working} />
        </Frame>
      );
    }
    case 'cancelled':
      return (
        <Frame heading={i18n.t('guard.cancelled')}>
          <p>{i18n.t('guard.cancelledText')}</p>
          <Leave />
        </Frame>
      );
    case 'moved':
      return (
        <Frame heading={i18n.t('private.moved')}>
          <p>{i18n.t('private.movedText')}</p>
          <Leave />
        </Frame>
      );
    case 'moved-out':
      return (
        <Frame heading={i18n.t('obstacle.movedOut')}>
          <p>{i18n.t('obstacle.movedOutText')}</p>
          <Leave />
        </Frame>
      );
    case 'empty':
      return (
        <Frame heading={i18n.t('guard.emptyHeading')}>
          <p>{i18n.t(IN_PRIVATE_INSTANCE ? 'private.emptyText' : 'guard.emptyText', [anyMarketplace()])}</p>
          <Leave />
        </Frame>
      );
    case 'window-closed':
      return (
        <Frame heading={i18n.t('guard.windowClosedHeading')}>
          <p>{i18n.t('guard.windowClosedText')}</p>
          <Leave />
        </Frame>
      );
    case 'look':
      return (
        <Loading what={i18n.t('failure.ofLook')}>
          <Look key={shown.address} address={shown.address} />
        </Loading>
      );
    case 'obstacle': {
      const { obstacle } = shown;
      return (
        <Frame heading={obstacleHeading(obstacle)}>
          <ObstacleCard
            obstacle={obstacle}
            fix={() => (obstacle.kind === 'other-jar' ? decide({ type: 'normal-tab' }) : fix(obstacle))}
          />
        </Frame>
      );
    }
    case 'aged':
      return (
        <Frame heading={i18n.t('guard.agedHeading')}>
          <p>{i18n.t('guard.agedText', [marketplaceById(shown.marketplace).name])}</p>
          <Leave />
        </Frame>
      );
    case 'ready':
      return <Ready key={shown.runId} view={shown} decide={decide} />;
    case 'going-on':
      return <Frame heading={i18n.t('guard.goingOn', [marketplaceById(shown.marketplace).name])} />;
    case 'ended':
      return <Ended view={shown.run} />;
    case 'in-container':
      return <InContainer view={shown.run} />;
    case 'choose':
      return (
        <Question ask={shown.ask} candidates={shown.candidates}>
          {shown.unread && (
            <p role="alert" class="card bad">
              {obstacleText({ kind: 'database', why: shown.unread })}
            </p>
          )}
          <Choose view={shown} decide={decide} settled={settled} />
        </Question>
      );
    case 'choose-private':
      return (
        <Question ask={shown.ask}>
          <ChoosePrivate view={shown} decide={decide} settled={settled} />
        </Question>
      );
    case 'living':
    case 'busy':
    case 'join':
      return <Beside view={shown} decide={decide} settled={settled} />;
  }
}
