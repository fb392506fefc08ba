import { useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Waiting } from '@/components/failure/Waiting.tsx';
import { useLive } from '@/components/hooks/live.ts';
import type { Listed } from '@/utils/domain/due/listing.ts';
import { timelineOf } from '@/utils/domain/due/timeline.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';
import { today } from '@/utils/texts/due/zone.ts';
import { list } from '@/utils/texts/names.ts';
import { Picture } from './Picture.tsx';
import { PointDetails } from './PointDetails.tsx';
import { TimelineTable } from './TimelineTable.tsx';
import './timeline.css';

interface Read {
  rows: Listed[];
  ladder: number[];
}

async function read(): Promise<Read> {
  const [rows, { reminders }] = await Promise.all([sendMessage('dashboard/list'), sendMessage('settings')]);
  return { rows, ladder: reminders.ladder };
}

/** The ends of the coming 18 months as a picture, and as a table. */
export function Timeline() {
  const now = useLive(read, onChanged);
  const [chosen, setChosen] = useState<number>();
  const details = useRef<HTMLDivElement>(null);
  const day = today();
  const timeline = useMemo(() => now && timelineOf(now.rows, today()), [now]);
  if (!now || !timeline) return <Waiting what={i18n.t('dashboard.timeline')} />;
  if (timeline.points.length === 0) return <p class="soft">{i18n.t('timeline.none')}</p>;
  const rungs = now.ladder.filter((days) => days > 0);
  const point = timeline.points[chosen ?? -1];
  return (
    <>
      <p class="soft">
        {i18n.t('timeline.text')} {timeline.grouped && i18n.t('timeline.grouped')}{' '}
        {rungs.length > 0 && i18n.t('timeline.ladder', [list(rungs.map(String))])}
      </p>
      <Picture
        timeline={timeline}
        rungs={rungs}
        today={day}
        chosen={chosen}
        onChoose={setChosen}
        onOpen={() => details.current?.querySelector('a')?.focus()}
      />
      <div ref={details}>{point && <PointDetails point={point} today={day} />}</div>
      {timeline.outside > 0 && <p class="soft">{i18n.t('timeline.outside', timeline.outside)}</p>}
      <details class="card">
        <summary>{i18n.t('timeline.table')}</summary>
        <TimelineTable timeline={timeline} today={day} />
      </details>
    </>
  );
}
