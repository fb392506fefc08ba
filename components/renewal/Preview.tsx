import { i18n } from '#i18n';
import type { MarketplaceId, SharedLogin } from '@/utils/domain/marketplaces/definition/schema.ts';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import { list } from '@/utils/texts/names.ts';
import { signedOutOf } from '@/utils/texts/run/costs.ts';
import { PersonIcon } from '../parts/icons.tsx';
import './preview.css';
import { sessionState } from '@/utils/domain/session/cleaning.ts';
import type { CleanMode } from '@/utils/domain/session/modes.ts';

export interface PreviewedDomain {
  domain: string;
  cookies: number;
  signedIn: boolean;
  signsOutOf: SharedLogin[];
  sharesSignOn?: true;
}

const STATES = {
  'signed-in': 'guard.sessionSignedIn',
  unknown: 'guard.sessionUnknown',
  empty: 'guard.sessionNone',
} as const;

/** Who is signed in now, domain by domain, and the tabs that a clean here would sign out. */
export function SessionNow({
  domains,
  tabs,
}: {
  domains: PreviewedDomain[];
  tabs: { id: number; title: string }[];
}) {
  return (
    <div class="stack tight">
      <ul class="sessions">
        {domains.map(({ domain, cookies, signedIn }) => (
          <li key={domain} class={signedIn ? 'session signed-in' : 'session'}>
            <PersonIcon size={16} />
            <span>
              <strong>{domain}</strong> {i18n.t(STATES[sessionState({ signedIn, cookies })])}
            </span>
            {cookies > 0 && <span class="soft">{i18n.t('guard.sessionCookies', cookies)}</span>}
          </li>
        ))}
      </ul>
      {tabs.length > 0 && (
        <div class="soft">
          {i18n.t('guard.openTabs', tabs.length)}
          <ul class="tabs">
            {tabs.slice(0, 5).map(({ id, title }) => (
              <li key={id}>{title.slice(0, 80)}</li>
            ))}
            {tabs.length > 5 && <li>… +{tabs.length - 5}</li>}
          </ul>
        </div>
      )}
    </div>
  );
}

/** Domains through which sign-ins of other countries pass: why they are cleared as well. */
export function SharedSignOn({ domains }: { domains: PreviewedDomain[] }) {
  const signOn = domains.filter(({ sharesSignOn }) => sharesSignOn).map(({ domain }) => domain);
  if (domains.length < 2 || signOn.length === 0) return null;
  return <p>{i18n.t('guard.sharesSignOn', [list(signOn)])}</p>;
}

interface CleanCostsProps {
  marketplace: MarketplaceId;
  domains: PreviewedDomain[];
  mode: CleanMode;
}

/** What a clean costs: everything that it signs out of, and that a code may be asked for. */
export function CleanCosts({ marketplace, domains, mode }: CleanCostsProps) {
  return (
    <div class="stack tight">
      {mode === 'container' ? (
        <p>{i18n.t('container.costs')}</p>
      ) : (
        <>
          <p>{i18n.t(mode === 'set-aside' ? 'guard.signsOutWhile' : 'guard.signsOutOf')}</p>
          <ul class="costs">
            {signedOutOf(domains).map((login) => (
              <li key={login}>{login}</li>
            ))}
          </ul>
          <SharedSignOn domains={domains} />
        </>
      )}
      <p class="soft">{i18n.t('guard.phoneCode', [marketplaceById(marketplace).name])}</p>
    </div>
  );
}
