import { i18n } from '#i18n';
import { ConnectionMark } from '@/components/design/ConnectionMark.tsx';
import { ListRow } from '@/components/design/ListRow.tsx';
import { Days } from '@/components/due/Days.tsx';
import { Logo } from '@/components/parts/Logo.tsx';
import { type Attention, BADGE_COLORS, badgeOf } from '@/utils/domain/due/badge.ts';
import { marketplaceById } from '@/utils/domain/marketplaces/index.ts';
import { badgeTitle } from '@/utils/texts/due/badge.ts';
import { placeName, softwareName } from '@/utils/texts/names.ts';
import { Choose } from '../../guard/choose/Choose.tsx';
import { connection, endingIn, LABEL, OTHER_LABEL, question, runAt } from '../example.ts';
import { CardOnPage } from '../practice/CardOnPage.tsx';
import { ResultCard } from '../practice/Result.tsx';

const nothing = async (): Promise<void> => undefined;

/** The guard, about an app that does not exist. */
export function GuardPicture() {
  return (
    <div class="guard">
      <p class="picture-heading">
        {i18n.t('guard.headingSoftware', [
          softwareName(connection),
          marketplaceById(connection.marketplace).name,
        ])}
      </p>
      <Choose view={question} settled decide={nothing} />
    </div>
  );
}

/** How a renewal with the wrong account is told. */
export const WrongPicture = () => <ResultCard result="wrong-account" heading="p" />;

/** The card, when the page shows another account than the expected one. */
export const CardPicture = () => (
  <CardOnPage
    view={{
      run: runAt({ step: 'consent', signInSeen: true, consentSeen: true, read: true, label: OTHER_LABEL }),
      connection: { ...connection, account: { label: LABEL } },
    }}
  />
);

const BADGES: readonly { days: number; attention: Attention[] }[] = [
  { days: 212, attention: [] },
  { days: 12, attention: [] },
  { days: 365, attention: ['unconfirmed'] },
  { days: 300, attention: ['wrong-account'] },
];

/** The button as it says different things, each with its title. */
export function BadgePicture() {
  return (
    <ul class="badges">
      {BADGES.map(({ days, attention }) => {
        const badge = badgeOf([{ days, ended: false }], attention);
        const [background, color] = BADGE_COLORS[badge.urgency];
        return (
          <li key={days}>
            <span class="badge-button">
              <Logo size={28} />
              <span class="badge" style={{ background, color }}>
                {badge.text}
              </span>
            </span>
            {badgeTitle(badge)}
          </li>
        );
      })}
    </ul>
  );
}

/** Accounts that nobody mixes up. */
export function RowsPicture() {
  const shops = [
    { ...connection, days: 6 },
    { ...connection, id: 'example-nordlicht', name: 'Nordlicht', days: 25 },
    { ...connection, id: 'example-hofladen', name: 'Hofladen', days: 341 },
  ];
  return (
    <ul class="card">
      {shops.map((shop) => (
        <li key={shop.id}>
          <ListRow
            large
            mark={<ConnectionMark connection={shop} />}
            name={shop.name}
            line={[softwareName(shop), placeName(shop.marketplace, shop.site)].join(' · ')}
            end={<Days remaining={endingIn(shop.days)} />}
          />
        </li>
      ))}
    </ul>
  );
}
