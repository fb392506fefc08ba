import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Boundary } from '@/components/failure/Boundary.tsx';
import { useWindowed } from '@/components/hooks/windowed.ts';
import { ConnectionRow, type RowActions } from './ConnectionRow.tsx';
import type { Row } from './rows.ts';

/** As high as a row is where its text takes one line: CSS px. */
const ROW_HEIGHT = 54;

interface ConnectionListProps extends RowActions {
  rows: readonly Row[];
  /** Ids of connections whose renewal is under way. */
  renewing: ReadonlySet<string>;
}

/** All connections; only the rows near the view are drawn. */
export function ConnectionList({ rows, renewing, ...actions }: ConnectionListProps) {
  const list = useRef<HTMLUListElement>(null);
  const { from, to, above, below } = useWindowed(list, rows.length, ROW_HEIGHT);
  return (
    <section aria-labelledby="connections">
      <h2 id="connections" class="visually-hidden">
        {i18n.t('popup.connections')}
      </h2>
      {rows.length === 0 && (
        <p class="soft nothing-found" role="status">
          {i18n.t('popup.nothingFound')}
        </p>
      )}
      <ul class="connections" ref={list} style={{ paddingBlock: `${above}px ${below}px` }}>
        {rows.slice(from, to).map((row, index) => (
          <Boundary key={row.id} of="card">
            <ConnectionRow
              row={row}
              renewing={renewing.has(row.id)}
              place={from + index + 1}
              count={rows.length}
              {...actions}
            />
          </Boundary>
        ))}
      </ul>
    </section>
  );
}
