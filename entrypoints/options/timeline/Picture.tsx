import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useWidth } from '@/components/hooks/width.ts';
import type { Timeline, TimelinePoint } from '@/utils/domain/due/timeline.ts';
import { cut, type Label, labelsOf } from '@/utils/domain/due/timeline-labels.ts';
import { laneText, monthText, pointText } from '@/utils/texts/due/timeline.ts';

/** Where today stands, and how much room the days after it have: % of the width. */
const TODAY = 5;
const ROOM = 92;

/** A month that begins so soon has no room for its name beside the word for today: days, by the word's length. */
const besideToday = (word: string): number => 32 + 4 * word.length;
/** Likewise where the window is not wide. */
const nearToday = (word: string): number => 20 + 11 * word.length;

const HEAD = 30;
/** Heights of a lane: px. */
const OWN = 46;
const GROUPED = 98;
/** Of these the name of the lane, and below it those of its marks. */
const NAME = 20;
const LABEL = 36;

interface PictureProps {
  timeline: Timeline;
  /** Days before an end on which is reminded. */
  rungs: number[];
  today: Temporal.PlainDate;
  chosen: number | undefined;
  onChoose: (index: number) => void;
  /** What can be done at the chosen point is wanted. */
  onOpen: () => void;
}

/** The next point in a direction: along the lane, or the nearest one in the next lane. */
function neighbour(points: TimelinePoint[], index: number, key: string): number {
  const here = points[index];
  if (!here) return 0;
  if (key === 'ArrowRight') return Math.min(points.length - 1, index + 1);
  if (key === 'ArrowLeft') return Math.max(0, index - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return points.length - 1;
  const lane = here.lane + (key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0);
  const [nearest] = points
    .map((point, at) => ({ point, at }))
    .filter(({ point }) => point.lane === lane)
    .sort((a, b) => Math.abs(a.point.from - here.from) - Math.abs(b.point.from - here.from));
  return nearest?.at ?? index;
}

const KEYS = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End'];

/** The picture: today and the months across, lanes down; each point can be pointed at and reached by arrow keys. */
export function Picture({ timeline, rungs, today, chosen, onChoose, onOpen }: PictureProps) {
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(svg);
  const { days, lanes, grouped, points, months } = timeline;
  const height = grouped ? GROUPED : OWN;
  const bottom = HEAD + lanes.length * height;
  const x = (day: number): number => (day < 0 ? TODAY / 2 : TODAY + (day / days) * ROOM);
  const most = Math.max(...points.map(({ rows }) => rows.length));
  const step = ROOM / (days / 7);
  const word = i18n.t('timeline.today');

  const marksOf = (lane: number): Label[] => {
    const own = points.filter((point) => point.lane === lane);
    const named = own.map(({ ended, from, rows }) => ({
      x: ((ended ? 1 : x(from)) / 100) * width,
      count: rows.length,
      name: rows[0]?.name ?? '',
    }));
    return labelsOf(named, width);
  };

  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen();
    }
    if (!KEYS.includes(event.key)) return;
    event.preventDefault();
    const next = neighbour(points, chosen ?? 0, event.key);
    onChoose(next);
    svg.current?.querySelectorAll<SVGGElement>('.point')[next]?.focus();
  };

  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the points in it are a list with a name; a title would cover them as a tooltip
    <svg ref={svg} class="timeline card" width="100%" height={bottom + 12}>
      {rungs.map((rung) => (
        <rect
          key={rung}
          class="rung"
          x={`${TODAY}%`}
          width={`${x(Math.min(rung, days)) - TODAY}%`}
          y={HEAD}
          height={bottom - HEAD}
        />
      ))}
      {months.map((month) => (
        <g
          key={month.day}
          class={`month${month.month % 3 === 1 ? ' quarter' : ''}${month.day < nearToday(word) ? ' near' : ''}`}
        >
          <line x1={`${x(month.day)}%`} x2={`${x(month.day)}%`} y1={HEAD} y2={bottom} />
          {month.day > besideToday(word) && (
            <text x={`${x(month.day)}%`} y={HEAD - 10}>
              {monthText(month)}
            </text>
          )}
        </g>
      ))}
      {lanes.map((lane, index) => {
        const top = HEAD + index * height;
        return (
          <g key={laneText(lane, grouped)} class="lane">
            <line x1="0" x2="100%" y1={top} y2={top} />
            <text x={`${TODAY}%`} dx="8" y={top + NAME - 4}>
              {cut(laneText(lane, grouped), width * (1 - TODAY / 100) - 20)}
            </text>
            {grouped &&
              marksOf(index).map((label) => (
                <text key={label.x} class="label" x={label.x} y={top + LABEL - 5}>
                  {label.text}
                </text>
              ))}
          </g>
        );
      })}
      <line class="today" x1={`${TODAY}%`} x2={`${TODAY}%`} y1={HEAD - 6} y2={bottom} />
      <text class="today-name" x={`${TODAY}%`} y={HEAD - 10}>
        {word}
      </text>
      <g role="listbox" aria-label={i18n.t('timeline.label')} tabIndex={-1} onKeyDown={press}>
        {points.map((point, index) => {
          const lane = lanes[point.lane];
          const top = HEAD + point.lane * height;
          const at = x(point.from);
          const tall = Math.max(4, (point.rows.length / most) * (height - LABEL - 6));
          return (
            <g
              key={`${point.lane} ${point.from}`}
              class={`point ${point.urgency} ${chosen === index ? 'chosen' : ''}`}
              role="option"
              aria-selected={chosen === index}
              aria-label={lane && pointText(point, laneText(lane, grouped), today)}
              tabindex={index === (chosen ?? 0) ? 0 : -1}
              onFocus={() => onChoose(index)}
              onPointerEnter={() => onChoose(index)}
              onClick={onOpen}
            >
              {grouped ? (
                <>
                  <rect
                    class="reach"
                    x={`${point.ended ? 0.5 : at}%`}
                    width={`${point.ended ? TODAY - 1 : step}%`}
                    y={top + LABEL}
                    height={height - LABEL}
                  />
                  <rect
                    class="mark"
                    x={`${point.ended ? 1 : at + step * 0.1}%`}
                    width={`${point.ended ? TODAY - 2 : step * 0.8}%`}
                    y={top + height - tall}
                    height={tall}
                    rx="1.5"
                  />
                </>
              ) : (
                <>
                  <line class="mark" x1={`${TODAY}%`} x2={`${at}%`} y1={top + 31} y2={top + 31} />
                  <circle class="reach" cx={`${at}%`} cy={top + 31} r="14" />
                  <circle class="mark" cx={`${at}%`} cy={top + 31} r="7" />
                </>
              )}
            </g>
          );
        })}
      </g>
    </svg>
  );
}
