import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Action } from '@/components/parts/Action.tsx';
import { WarningIcon } from '@/components/parts/icons.tsx';
import type { Connection } from '@/utils/domain/account/connection.ts';
import type { Grant } from '@/utils/domain/account/grant.ts';
import { manageUrl } from '@/utils/domain/account/manage-url.ts';
import { nameOfAccount } from '@/utils/domain/account/quarantine.ts';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import type { RunView } from '@/utils/flows/reading/views.ts';
import { accountName, revokeText } from '@/utils/texts/accounts.ts';
import { softwareName } from '@/utils/texts/names.ts';
import { containerTexts } from '@/utils/texts/run/container.ts';
import { asideText } from '@/utils/texts/run/runs.ts';
import { OtherWays } from '../renewal/OtherWays.tsx';

interface WrongProps {
  grant: Grant;
  connection: Connection;
  /** The connection that the account belongs to, where there is one. */
  home: Connection | undefined;
  /** The renewal that brought it, as long as it is not put away. */
  run: RunView | undefined;
  onRenew: (connection: Connection) => void;
}

/** The account that came, by all that its grant tells. */
const cameOf = ({ accountId, accountLabel, accountUser }: Grant): string =>
  accountName({
    ...(accountId !== undefined && { id: accountId }),
    ...(accountLabel !== undefined && { label: accountLabel }),
    ...(accountUser !== undefined && { user: accountUser }),
  });

interface RenewAgainProps extends Pick<WrongProps, 'connection' | 'onRenew'> {
  /** The step before it was done just now: the button takes the focus of the one that is gone. */
  follows: boolean;
}

function RenewAgain({ connection, onRenew, follows }: RenewAgainProps) {
  const who = nameOfAccount(connection);
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (follows) row.current?.querySelector('button')?.focus();
  }, [follows]);
  return (
    <>
      <p>{who ? i18n.t('account.renewAs', [who]) : i18n.t('account.renewPlain')}</p>
      <div class="row" ref={row}>
        <Action kind="primary" onPress={() => onRenew(connection)}>
          {i18n.t('account.renewAgain')}
        </Action>
      </div>
    </>
  );
}

/** Nobody else wants it: it is taken back at the marketplace first, in the marketplace's own steps. */
function TakeBack(props: Pick<WrongProps, 'grant' | 'connection'> & { onDone: () => void }) {
  const { grant, connection, onDone } = props;
  const marketplace = marketplaceById(connection.marketplace);
  return (
    <>
      <h3>{i18n.t('account.takeBack', [marketplace.name])}</h3>
      <ol class="numbered stack tight">
        {marketplace.revoking.steps.map((step) => (
          <li key={step}>{revokeText(step, cameOf(grant))}</li>
        ))}
      </ol>
      <div class="row">
        <a class="button primary" href={manageUrl(connection)} target="_blank" rel="noreferrer">
          {i18n.t('account.wrongManage')}
        </a>
        <Action onPress={onDone}>{i18n.t('account.tookBack')}</Action>
      </div>
    </>
  );
}

/** A grant in quarantine: which account came, which was expected, and every way out, one step at a time. */
export function WrongAccount({ grant, connection, home, run, onRenew }: WrongProps) {
  const came = cameOf(grant);
  const aside = run && asideText(run.run);
  const [tookBack, setTookBack] = useState(false);
  return (
    <section class="card bad stack tight" role="alert" aria-label={i18n.t('account.wrongHeading')}>
      <h2 class="row">
        <WarningIcon /> {i18n.t('account.wrongHeading')}
      </h2>
      <p>{i18n.t('account.wrongText', [connection.name])}</p>
      <dl class="facts">
        <dt>{i18n.t('account.came')}</dt>
        <dd>{came || i18n.t('account.notShown')}</dd>
        <dt>{i18n.t('account.expected')}</dt>
        <dd>{accountName(connection.account) || i18n.t('account.notNoted')}</dd>
      </dl>
      {home && <p>{i18n.t('account.atHome', [home.name, softwareName(connection)])}</p>}
      {home || tookBack ? (
        <RenewAgain connection={connection} onRenew={onRenew} follows={tookBack} />
      ) : (
        <TakeBack grant={grant} connection={connection} onDone={() => setTookBack(true)} />
      )}
      {!home && <OtherWays grant={grant} connection={connection} came={came} />}
      {aside && <p class="soft">{aside}</p>}
      {run &&
        containerTexts(run).map((sentence) => (
          <p class="soft" key={sentence}>
            {sentence}
          </p>
        ))}
    </section>
  );
}
