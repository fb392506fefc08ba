import { i18n } from '#i18n';
import { ConnectionMark } from '@/components/design/ConnectionMark.tsx';
import { ListRow } from '@/components/design/ListRow.tsx';
import { Sheet } from '@/components/design/Sheet.tsx';
import { Boundary } from '@/components/failure/Boundary.tsx';
import { Obstacles } from '@/components/failure/Obstacles.tsx';
import type { Connection } from '@/utils/domain/account/connection.ts';
import { isAlive } from '@/utils/domain/run/run.ts';
import type { Overview } from '@/utils/flows/reading/views.ts';
import { fix } from '@/utils/messages/fix.ts';
import { AccountCards } from '../account/AccountCards.tsx';
import { FinishCard } from '../renewal/FinishCard.tsx';
import { RunCard } from '../renewal/RunCard.tsx';
import { SuggestionCard } from '../renewal/SuggestionCard.tsx';
import { needName, needText } from './need-text.ts';
import { isToFinish, type Need } from './needs.ts';

interface NeedSheetProps {
  need: Need;
  /** All of them, to go on with. */
  needs: readonly Need[];
  overview: Overview;
  onOpen: (need: Need) => void;
  onStart: (connection: Connection) => void;
  onQueue: () => void;
  onBack: () => void;
}

/** One thing that needs the seller, in full; the others in a line each. */
export function NeedSheet({ need, needs, overview, onOpen, onStart, onQueue, onBack }: NeedSheetProps) {
  const { view, runs, suggestion } = need;
  const others = needs.filter(({ id }) => id !== need.id);
  const cards = (living: boolean) =>
    runs
      .filter(({ run }) => isAlive(run) === living)
      .map((each) => (
        <Boundary key={each.run.id} of="card">
          <RunCard view={each} onAgain={onStart} {...(!living && { onQueue })} />
        </Boundary>
      ));
  return (
    <Sheet heading={needName(need)} onBack={onBack}>
      {/* What is missing in the middle of a renewal must not wait for the list. */}
      <Obstacles obstacles={overview.obstacles.filter(({ kind }) => kind !== 'unwatched')} fix={fix} />
      {cards(true)}
      {view && (
        <Boundary of="card">
          <AccountCards connections={[view]} runs={overview.runs} onRenew={onStart} />
        </Boundary>
      )}
      {/* What is done with stands below what is still to be done. */}
      {view && isToFinish(need) && (
        <Boundary of="card">
          <FinishCard connection={view.connection} />
        </Boundary>
      )}
      {cards(false)}
      {suggestion && (
        <Boundary of="card">
          <SuggestionCard {...suggestion} />
        </Boundary>
      )}
      {others.length > 0 && (
        <section class="stack tight" aria-labelledby="others">
          <h3 id="others">{i18n.t('needs.others')}</h3>
          <ul class="list">
            {others.map((other) => (
              <li key={other.id} class="opens">
                <ListRow
                  mark={
                    <ConnectionMark
                      connection={{ ...other.view?.connection, id: other.id, name: needName(other) }}
                      size={28}
                    />
                  }
                  name={
                    <button type="button" class="opener" onClick={() => onOpen(other)}>
                      {needName(other)}
                    </button>
                  }
                  line={needText(other)}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Sheet>
  );
}
