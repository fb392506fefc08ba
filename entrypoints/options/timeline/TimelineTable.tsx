import { i18n } from '#i18n';
import type { Timeline } from '@/utils/domain/due/timeline.ts';
import { laneText, whenText } from '@/utils/texts/due/timeline.ts';
import { list, locale } from '@/utils/texts/names.ts';

/** Names that a cell holds before it only counts. */
const NAMES = 5;

/** The same as the picture, to read. */
export function TimelineTable({ timeline, today }: { timeline: Timeline; today: Temporal.PlainDate }) {
  const { points, lanes, grouped } = timeline;
  const sorted = points.toSorted((a, b) => a.from - b.from || a.lane - b.lane);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where it is wider than the window it is moved by its keys
    <section class="wide" aria-label={i18n.t('timeline.table')} tabIndex={0}>
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{i18n.t('timeline.ends')}</th>
            <th scope="col">{i18n.t('timeline.for')}</th>
            {grouped && <th scope="col">{i18n.t('timeline.number')}</th>}
            {grouped && <th scope="col">{i18n.t('dashboard.connections')}</th>}
          </tr>
        </thead>
        <tbody>
          {sorted.map((point) => {
            const lane = lanes[point.lane];
            const names = point.rows.slice(0, NAMES).map(({ name }) => name);
            return (
              <tr key={`${point.lane} ${point.from}`}>
                <th scope="row">{whenText(point, today)}</th>
                <td>{lane && laneText(lane, grouped)}</td>
                {grouped && <td>{point.rows.length.toLocaleString(locale())}</td>}
                {grouped && <td>{point.rows.length > NAMES ? `${names.join(', ')}, …` : list(names)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
