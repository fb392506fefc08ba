import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Action } from '@/components/Action.tsx';
import { WarningIcon } from '@/components/icons.tsx';
import type { Connection } from '@/utils/domain/connection.ts';
import type { Grant } from '@/utils/domain/grant.ts';
import { manageUrl } from '@/utils/domain/manage.ts';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import type { ConnectionView, RunView } from '@/utils/flows/views.ts';
import { sendMessage } from '@/utils/messages.ts';
import { softwareName } from '@/utils/texts/names.ts';

function AccountFacts({ grant, connection }: { grant: Grant; connection: Connection }) {
  const marketplace = marketplaceById(connection.marketplace).name;
  return (
    <dl class="facts">
      {grant.accountId !== undefined && (
        <>
          <dt>{i18n.t('account.number', [marketplace])}</dt>
          <dd class="mono">{grant.accountId}</dd>
        </>
      )}
      <dt>{i18n.t('account.shownAs')}</dt>
      <dd>{grant.accountLabel ?? i18n.t('account.notShown')}</dd>
    </dl>
  );
}

function Confirm({ grant, connection }: { grant: Grant; connection: Connection }) {
  const marketplace = marketplaceById(connection.marketplace).name;
  const text =
    grant.accountId !== undefined
      ? i18n.t('account.confirmText', [marketplace, connection.name])
      : grant.accountLabel !== undefined
        ? i18n.t('account.confirmUnknownText', [connection.name])
        : i18n.t('account.confirmNothingText', [softwareName(connection)]);
  return (
    <section class="card warn stack tight" aria-label={i18n.t('account.confirmHeading')}>
      <h2>{i18n.t('account.confirmHeading')}</h2>
      <p>{text}</p>
      <AccountFacts grant={grant} connection={connection} />
      <div class="row">
        <Action kind="primary" onPress={() => sendMessage('account/confirm', { grantId: grant.id })}>
          {i18n.t('account.yes')}
        </Action>
        <Action onPress={() => sendMessage('account/deny', { grantId: grant.id })}>
          {i18n.t('account.no')}
        </Action>
      </div>
    </section>
  );
}

interface WrongProps {
  grant: Grant;
  connection: Connection;
  onRenew: (connection: Connection) => void;
}

function Wrong({ grant, connection, onRenew }: WrongProps) {
  const [sure, setSure] = useState(false);
  const marketplace = marketplaceById(connection.marketplace);
  const { id, label } = connection.account;
  return (
    <section class="card bad stack tight" role="alert" aria-label={i18n.t('account.wrongHeading')}>
      <h2 class="row">
        <WarningIcon /> {i18n.t('account.wrongHeading')}
      </h2>
      <p>{i18n.t('account.wrongText', [connection.name])}</p>
      <dl class="facts">
        <dt>{i18n.t('account.came')}</dt>
        <dd>
          <span class="mono">{grant.accountId ?? ''}</span> {grant.accountLabel}
        </dd>
        <dt>{i18n.t('account.expected')}</dt>
        <dd>
          <span class="mono">{id ?? ''}</span> {label}
        </dd>
      </dl>
      <ol class="numbered stack tight">
        <li>
          {i18n.t('account.wrongStep1', [marketplace.name])}{' '}
          <a href={manageUrl(marketplace, connection.site)} target="_blank" rel="noreferrer">
            {i18n.t('account.wrongManage')}
          </a>
        </li>
        <li>{i18n.t('account.wrongStep2')}</li>
      </ol>
      <div class="row">
        <Action kind="primary" onPress={() => onRenew(connection)}>
          {i18n.t('popup.start')}
        </Action>
        {!sure && <Action onPress={() => setSure(true)}>{i18n.t('account.wrongRight')}</Action>}
      </div>
      {sure && (
        <div class="stack tight">
          <p>{i18n.t('account.wrongRightSure', [connection.name])}</p>
          <div class="row">
            <Action onPress={() => sendMessage('account/confirm', { grantId: grant.id })}>
              {i18n.t('account.sure')}
            </Action>
            <Action kind="plain" onPress={() => setSure(false)}>
              {i18n.t('common.cancel')}
            </Action>
          </div>
        </div>
      )}
    </section>
  );
}

interface AccountCardsProps {
  connections: ConnectionView[];
  runs: RunView[];
  onRenew: (connection: Connection) => void;
}

/** Accounts that the person has to look at: wrong ones first, then those to confirm. */
export function AccountCards({ connections, onRenew }: AccountCardsProps) {
  return (
    <>
      {connections.map(
        ({ connection, quarantined }) =>
          quarantined && (
            <Wrong key={quarantined.id} grant={quarantined} connection={connection} onRenew={onRenew} />
          ),
      )}
      {connections.map(
        ({ connection, unconfirmed }) =>
          unconfirmed && <Confirm key={unconfirmed.id} grant={unconfirmed} connection={connection} />,
      )}
    </>
  );
}
