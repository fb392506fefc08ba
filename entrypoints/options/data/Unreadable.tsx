import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { useLive } from '@/components/hooks/live.ts';
import { Action } from '@/components/parts/Action.tsx';
import type { UnreadableRow } from '@/utils/flows/ports/unreadable.ts';
import { problemOf } from '@/utils/messages/ask.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { onChanged } from '@/utils/platform/surface/toolbar.ts';
import { today } from '@/utils/texts/due/zone.ts';
import { saveText } from './save.ts';

const readRows = (): Promise<UnreadableRow[]> => sendMessage('unreadable/list');

/** More are told as a number. */
const SHOWN = 50;

const TABLES: Record<string, () => string> = {
  connections: () => i18n.t('unreadable.connection'),
  bin: () => i18n.t('unreadable.connection'),
  grants: () => i18n.t('unreadable.grant'),
  runs: () => i18n.t('unreadable.run'),
};

function Row({ row, onProblem }: { row: UnreadableRow; onProblem: (problem: string | undefined) => void }) {
  const [sure, setSure] = useState(false);
  const { table, key, name } = row;
  const remove = async (): Promise<void> => {
    if (!sure) setSure(true);
    else onProblem(await problemOf(sendMessage('unreadable/remove', { table, key })));
  };
  const what = i18n.t(sure ? 'unreadable.sure' : 'unreadable.remove');
  return (
    <li class="line">
      <span>
        <strong>{TABLES[table]?.() ?? i18n.t('unreadable.other')}</strong> {name}
        <br />
        <span class="soft mono">{key.slice(0, 80)}</span>
      </span>
      <Action label={`${what}: ${name ?? key.slice(0, 80)}`} onPress={remove}>
        {what}
      </Action>
    </li>
  );
}

/** Stored entries that cannot be read: to be saved as they are, and to be removed. */
export function Unreadable() {
  const rows = useLive(readRows, onChanged);
  const [problem, setProblem] = useState<string>();
  if (!rows || rows.length === 0) return null;
  const save = (): void =>
    saveText(
      `${JSON.stringify({ unreadable: rows }, null, 1)}\n`,
      `grantkeeper-unreadable-${today()}.json`,
      'application/json',
    );
  return (
    <section class="card warn stack" aria-labelledby="unreadable">
      <div class="stack tight">
        <h2 id="unreadable">{i18n.t('unreadable.count', rows.length)}</h2>
        <p>{i18n.t('unreadable.text')}</p>
      </div>
      <ul>
        {rows.slice(0, SHOWN).map((row) => (
          <Row key={`${row.table} ${row.key}`} row={row} onProblem={setProblem} />
        ))}
      </ul>
      {rows.some(({ raw }) => raw !== undefined) && (
        <div class="row">
          <Action kind="primary" onPress={save}>
            {i18n.t('unreadable.save')}
          </Action>
        </div>
      )}
      {problem && (
        <p role="alert" class="card bad">
          {problem}
        </p>
      )}
    </section>
  );
}
