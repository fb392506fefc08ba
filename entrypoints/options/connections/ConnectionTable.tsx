import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Boundary } from '@/components/failure/Boundary.tsx';
import { useWindowed } from '@/components/hooks/windowed.ts';
import type { Listed, SortBy, Wanted } from '@/utils/domain/due/listing.ts';
import { ConnectionRow } from './ConnectionRow.tsx';
import type { Done } from './Undo.tsx';
import './table.css';

const COLUMNS: { by: SortBy; title: () => string }[] = [
  { by: 'name', title: () => i18n.t('list.name') },
  { by: 'software', title: () => i18n.t('guard.software') },
  { by: 'place', title: () => i18n.t('form.marketplace') },
  { by: 'end', title: () => i18n.t('list.end') },
];

const ROW_HEIGHT = 61;

interface ConnectionTableProps {
  rows: Listed[];
  wanted: Wanted;
  choose: (change: Partial<Wanted>) => void;
  onEdit: (id: string) => void;
  onDone: (done: Done) => void;
}

/** The list as a table. Only the rows near the view are drawn; the total is announced all the same. */
export function ConnectionTable({ rows, wanted, choose, onEdit, onDone }: ConnectionTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { from, to, above, below } = useWindowed(body, rows.length, ROW_HEIGHT);
  const sortBy = (by: SortBy): void =>
    choose({ by, descending: wanted.by === by ? !wanted.descending : false });
  return (
    <table class="connections" aria-rowcount={rows.length + 1} aria-label={i18n.t('dashboard.connections')}>
      <thead>
        <tr aria-rowindex={1}>
          {COLUMNS.map(({ by, title }) => {
            const sorted = wanted.by === by ? (wanted.descending ? 'descending' : 'ascending') : 'none';
            return (
              <th key={by} scope="col" aria-sort={sorted} class={by}>
                <button type="button" class="plain" onClick={() => sortBy(by)}>
                  {title()}
                  <span class="arrow" aria-hidden="true">
                    {sorted === 'none' ? '' : sorted === 'ascending' ? '↑' : '↓'}
                  </span>
                </button>
              </th>
            );
          })}
          <th scope="col" class="actions">
            {i18n.t('list.actions')}
          </th>
        </tr>
      </thead>
      <tbody ref={body} style={{ '--above': `${above}px`, '--below': `${below}px` }}>
        {rows.slice(from, to).map((row, index) => (
          <Boundary key={row.id} of={{ columns: COLUMNS.length + 1 }}>
            <ConnectionRow row={row} index={from + index + 2} onEdit={() => onEdit(row.id)} onDone={onDone} />
          </Boundary>
        ))}
      </tbody>
    </table>
  );
}
