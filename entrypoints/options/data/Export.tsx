import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Action } from '@/components/parts/Action.tsx';
import { alarmTime, writeCalendar } from '@/utils/domain/data/calendar.ts';
import { endsOf } from '@/utils/domain/data/ends.ts';
import { writeFile } from '@/utils/domain/data/file.ts';
import type { Content } from '@/utils/domain/data/schema.ts';
import { writeTable } from '@/utils/domain/data/table.ts';
import { defaultSettings } from '@/utils/domain/settings/settings.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { VERSION } from '@/utils/platform/version.ts';
import { calendarEvent } from '@/utils/texts/due/calendar.ts';
import { localZone, today } from '@/utils/texts/due/zone.ts';
import { locale } from '@/utils/texts/names.ts';
import { problemText } from '@/utils/texts/problems.ts';
import { readContent } from './import/content.ts';
import { saveText } from './save.ts';

interface Kind {
  id: 'backup' | 'table' | 'calendar';
  extension: string;
  type: string;
  write: (content: Content, now: number, zone: string) => string | Promise<string>;
}

/**
 * Its alarms come when the reminders come, by the settings that hold, the organisation's included; where a database
 * refuses those, by what a new installation has.
 */
async function calendarOf({ connections, grants }: Content, now: number, zone: string): Promise<string> {
  const { reminders } = await sendMessage('settings').catch(defaultSettings);
  const events = endsOf(connections, grants, reminders, now, zone).map(calendarEvent);
  return writeCalendar(events, i18n.t('data.calendarName'), now, alarmTime(reminders.quiet));
}

const KINDS: readonly Kind[] = [
  {
    id: 'backup',
    extension: 'json',
    type: 'application/json',
    write: (content, now) => writeFile(content, now, VERSION),
  },
  {
    id: 'table',
    extension: 'csv',
    type: 'text/csv;charset=utf-8',
    // German and French spreadsheets split at semicolons.
    write: (content, _, zone) => writeTable(content, zone, locale() === 'en' ? ',' : ';'),
  },
  { id: 'calendar', extension: 'ics', type: 'text/calendar;charset=utf-8', write: calendarOf },
];

interface Saved {
  name?: string;
  lost?: number;
  problem?: string;
}

/** Everything, or what a spreadsheet or a calendar can hold of it, as a file; where the organisation allows it. */
export function Export({ allowed }: { allowed: boolean }) {
  const [saved, setSaved] = useState<Saved>();
  const save = async ({ write, extension, type }: Kind): Promise<void> => {
    try {
      const read = await readContent();
      if (!read) {
        setSaved({ problem: i18n.t('data.exportOff') });
        return;
      }
      const { content, lost } = read;
      const { id: zone } = localZone();
      const name = `grantkeeper-${today()}.${extension}`;
      saveText(await write(content, Date.now(), zone), name, type);
      setSaved({ name, lost });
    } catch {
      setSaved({ problem: problemText('unexpected') });
    }
  };
  return (
    <section class="card stack" aria-labelledby="export">
      <div class="stack tight">
        <h2 id="export">{i18n.t('data.exportHeading')}</h2>
        <p class="soft">{i18n.t('data.exportText')}</p>
      </div>
      {allowed ? (
        <ul>
          {KINDS.map((kind) => (
            <li key={kind.id} class="line">
              <span>
                <strong>{i18n.t(`data.${kind.id}`)}</strong>
                <br />
                <span class="soft">{i18n.t(`data.${kind.id}Text`)}</span>
              </span>
              <Action onPress={() => save(kind)}>{i18n.t(`data.${kind.id}Save`)}</Action>
            </li>
          ))}
        </ul>
      ) : (
        <p>{i18n.t('data.exportOff')}</p>
      )}
      <div role="status">
        {saved?.name && <p>{i18n.t('data.saved', [saved.name])}</p>}
        {saved?.lost !== undefined && saved.lost > 0 && <p>{i18n.t('data.lost', saved.lost)}</p>}
        {saved?.problem && <p>{saved.problem}</p>}
      </div>
    </section>
  );
}
