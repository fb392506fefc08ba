import { i18n } from '#i18n';
import { Action } from '@/components/parts/Action.tsx';
import { CheckIcon, CrossIcon } from '@/components/parts/icons.tsx';
import { ReceiptList } from '@/components/renewal/ReceiptList.tsx';
import type { Connection } from '@/utils/domain/account/connection.ts';
import type { Event } from '@/utils/domain/run/chronicle.ts';
import { beginningOf, isAlive, resultOf } from '@/utils/domain/run/run.ts';
import type { ConnectionHistory } from '@/utils/flows/reading/views.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { basisText, dateText } from '@/utils/texts/due/days.ts';
import { kindName } from '@/utils/texts/names.ts';
import { accountText, modeText, momentText, roleText } from '@/utils/texts/run/history.ts';
import { asideText, runText } from '@/utils/texts/run/runs.ts';
import { linkTo, receiptDetail } from '../../links.ts';

type Judged = ConnectionHistory['grants'][number];

function GrantLine({ grant, role }: Judged) {
  const account = accountText(grant);
  const counts = role === 'counts';
  return (
    <li class={`grant ${role}`}>
      {counts ? <CheckIcon size={16} /> : <CrossIcon size={16} />}
      <div>
        <p>
          <strong>{kindName(grant.kind)}</strong>, {i18n.t('history.until', [dateText(grant.expiry)])}{' '}
          <span class="soft">({basisText(grant.expiry)})</span>
        </p>
        {account && <p class="soft">{account}</p>}
        <p>{roleText(grant, role)}</p>
        {role === 'to-come' && (
          <Action onPress={() => sendMessage('grant/remove', { grantId: grant.id })}>
            {i18n.t('history.removeGrant')}
          </Action>
        )}
      </div>
    </li>
  );
}

/** One thing that happened to a connection. */
export function EventCard({ event, connection }: { event: Event<Judged>; connection: Connection }) {
  const { run, grants, at } = event;
  const text =
    run && isAlive(run) ? { heading: i18n.t('history.living') } : run && runText({ run, connection });
  const entered = grants.some(({ grant }) => grant.verdict === 'entered');
  const aside = run && asideText(run);
  return (
    <li class="card stack tight">
      <div class="row spread">
        <h3>{text?.heading ?? i18n.t(entered ? 'history.entered' : 'history.outside')}</h3>
        <time class="soft" dateTime={new Date(at).toISOString()}>
          {momentText(at)}
        </time>
      </div>
      {text && 'text' in text && (!run || resultOf(run) !== 'granted') && <p>{text.text}</p>}
      {grants.length > 0 && (
        <ul class="stack tight">
          {grants.map((each) => (
            <GrantLine key={each.grant.id} {...each} />
          ))}
        </ul>
      )}
      {run && (
        <p class="soft">
          {modeText(beginningOf(run))} {aside}
        </p>
      )}
      {grants.some(({ role }) => role !== 'other-account' && role !== 'to-come') && (
        <p>
          <a href={linkTo('receipt', receiptDetail(connection.id, run?.id ?? grants[0]?.grant.id ?? ''))}>
            {i18n.t('proof.open')}
          </a>
        </p>
      )}
      {run?.receipt && (
        <details>
          <summary>{i18n.t('receipt.heading')}</summary>
          <ReceiptList receipt={run.receipt} />
        </details>
      )}
    </li>
  );
}
