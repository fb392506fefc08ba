import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ConnectionMark } from '@/components/design/ConnectionMark.tsx';
import { ListRow } from '@/components/design/ListRow.tsx';
import { Days } from '@/components/due/Days.tsx';
import { AddConnection } from '@/components/form/AddConnection.tsx';
import { Action } from '@/components/parts/Action.tsx';
import { Dialog } from '@/components/parts/Dialog.tsx';
import type { Listed } from '@/utils/domain/due/listing.ts';
import { addConnection } from '@/utils/messages/add.ts';
import { locale, placeName, softwareName } from '@/utils/texts/names.ts';
import { Step } from './Step.tsx';

/** So many are shown; whoever has more looks at the overview. */
const SHOWN = 5;

/** Where the user sells and with which software: each answer is a connection. */
export function SellStep({ all }: { all: readonly Listed[] }) {
  const [adding, setAdding] = useState(false);
  const added = all.length > 0;
  return (
    <Step heading={i18n.t('welcome.sell')} done={added}>
      <p>{i18n.t('welcome.sellText')}</p>
      {added && (
        <ul class="list">
          {all.slice(0, SHOWN).map((row) => (
            <li key={row.id}>
              <ListRow
                mark={<ConnectionMark connection={row} />}
                name={row.name}
                line={[softwareName(row), placeName(row.marketplace, row.site)].join(' · ')}
                end={<Days remaining={row.remaining} />}
              />
            </li>
          ))}
        </ul>
      )}
      {all.length > SHOWN && (
        <p class="soft">
          {i18n.t('list.count', SHOWN, [SHOWN.toLocaleString(locale()), all.length.toLocaleString(locale())])}
        </p>
      )}
      <div class="row">
        <Action {...(!added && { kind: 'primary' as const })} onPress={() => setAdding(true)}>
          {i18n.t(added ? 'welcome.another' : 'popup.addFirst')}
        </Action>
        <a href="/options.html#data">{i18n.t('welcome.import')}</a>
      </div>
      {adding && (
        <Dialog onClose={() => setAdding(false)}>
          <AddConnection add={addConnection} onClose={() => setAdding(false)} />
        </Dialog>
      )}
    </Step>
  );
}
