import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { AccountPageLink } from '@/components/form/AccountPageLink.tsx';
import { useSettled } from '@/components/hooks/settled.ts';
import { Action } from '@/components/parts/Action.tsx';
import type { Connection } from '@/utils/domain/account/connection.ts';
import type { Grant } from '@/utils/domain/account/grant.ts';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import { problemOf } from '@/utils/messages/ask.ts';
import { sendMessage } from '@/utils/messages/send.ts';
import { accountName } from '@/utils/texts/accounts.ts';
import { softwareName } from '@/utils/texts/names.ts';

function question(grant: Grant, connection: Connection): string {
  const marketplace = marketplaceById(connection.marketplace).name;
  if (grant.accountId !== undefined) return i18n.t('account.confirmText', [marketplace, connection.name]);
  return grant.accountUser !== undefined || grant.accountLabel !== undefined
    ? i18n.t('account.confirmUnknownText', [marketplace, connection.name])
    : i18n.t('account.confirmNothingText', [marketplace, softwareName(connection)]);
}

/** An account that came back and that the person has not confirmed: its number, what the page showed, and the question. */
export function ConfirmAccount({ grant, connection }: { grant: Grant; connection: Connection }) {
  const marketplace = marketplaceById(connection.marketplace).name;
  const expected = accountName(connection.account);
  const [problem, setProblem] = useState<string>();
  const card = useRef<HTMLElement>(null);
  const settled = useSettled(card);
  const say = async (what: 'account/confirm' | 'account/deny'): Promise<void> =>
    setProblem(await problemOf(sendMessage(what, { grantId: grant.id })));
  return (
    <section class="card todo stack tight" aria-label={i18n.t('account.confirmHeading')} ref={card}>
      <h2>{i18n.t('account.confirmHeading')}</h2>
      <p>{question(grant, connection)}</p>
      <dl class="facts">
        {grant.accountId !== undefined && (
          <>
            <dt>{i18n.t('account.number', [marketplace])}</dt>
            <dd class="mono">{grant.accountId}</dd>
          </>
        )}
        <dt>{i18n.t('account.shownAs')}</dt>
        <dd>{grant.accountUser ?? grant.accountLabel ?? i18n.t('account.notShown')}</dd>
        {expected && (
          <>
            <dt>{i18n.t('account.expected')}</dt>
            <dd>{expected}</dd>
          </>
        )}
      </dl>
      <AccountPageLink at={connection} />
      {problem && <p role="alert">{problem}</p>}
      <div class="row">
        <Action kind="primary" ready={settled} onPress={() => say('account/confirm')}>
          {i18n.t('account.yes')}
        </Action>
        <Action ready={settled} onPress={() => say('account/deny')}>
          {i18n.t('account.no')}
        </Action>
      </div>
    </section>
  );
}
