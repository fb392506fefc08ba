import type { Country, Region } from './amazon/sites.ts';

export type AccountKey = 'anna' | 'bert' | 'carla' | 'dora';

/** One merchant inside an Amazon account. Its id differs by region. */
export interface AmazonMerchant {
  readonly key: string;
  /** As the header shows it. */
  readonly name: string;
  /** `selling_partner_id` by region; a region that is missing has no seller account. */
  readonly sellers: Partial<Record<Region, { readonly id: string; readonly countries: readonly Country[] }>>;
  /** What `selling_partner_id` is at Vendor Central. */
  readonly vendorGroup: string;
  /** Opaque, not the merchant token: `mons_sel_dir_mcid` and the id of the account switcher's JSON. */
  readonly directedId: string;
}

export interface AmazonAccount {
  readonly key: AccountKey;
  readonly person: string;
  readonly email: string;
  readonly password: string;
  readonly otp: string;
  readonly merchants: readonly AmazonMerchant[];
  /** False for a user who is neither the primary user nor a secondary admin: "Invalid Access". */
  readonly mayAuthorise: boolean;
}

export interface EbayAccount {
  readonly key: AccountKey;
  readonly username: string;
  readonly firstName: string;
  readonly email: string;
  readonly password: string;
}

export interface BolAccount {
  readonly key: AccountKey;
  /** As the consent names it. */
  readonly store: string;
  readonly email: string;
  readonly password: string;
}

const alpenglueck: AmazonMerchant = {
  key: 'alpenglueck',
  name: 'Alpenglück Handel GmbH',
  sellers: {
    EU: { id: 'A1ALPENEU00001', countries: ['DE', 'FR'] },
    NA: { id: 'A1ALPENNA00001', countries: ['US'] },
    FE: { id: 'A1ALPENFE00001', countries: ['JP'] },
  },
  vendorGroup: 'ALPEN',
  directedId: 'amzn1.merchant.d.ACALPENGLUECKXQ2M7',
};

const brueckner: AmazonMerchant = {
  key: 'brueckner',
  name: 'Brückner Elektro KG',
  sellers: {
    EU: { id: 'A2BRUECKEU0002', countries: ['DE'] },
    NA: { id: 'A2BRUECKNA0002', countries: ['US'] },
    FE: { id: 'A2BRUECKFE0002', countries: ['JP'] },
  },
  vendorGroup: 'BRUEK',
  directedId: 'amzn1.merchant.d.ACBRUECKNERK5T9W3',
};

const cordes: AmazonMerchant = {
  key: 'cordes',
  name: 'Cordes & Töchter',
  sellers: {
    EU: { id: 'A3CORDESEU0003', countries: ['DE', 'IT', 'ES'] },
    NA: { id: 'A3CORDESNA0003', countries: ['US', 'CA'] },
  },
  vendorGroup: 'CORDE',
  directedId: 'amzn1.merchant.d.ACCORDESTOECHTERP1',
};

const outlet: AmazonMerchant = {
  key: 'outlet',
  name: 'Cordes Outlet',
  sellers: { EU: { id: 'A4OUTLETEU0004', countries: ['DE', 'UK'] } },
  vendorGroup: 'CORDO',
  directedId: 'amzn1.merchant.d.ACCORDESOUTLETZ8R4',
};

function amazonAccount(
  key: AccountKey,
  person: string,
  merchants: readonly AmazonMerchant[],
  mayAuthorise = true,
): AmazonAccount {
  const email = `${key}@${key === 'dora' ? 'alpenglueck' : (merchants[0]?.key ?? key)}.example`;
  return { key, person, email, password: `${key}-seller-pass`, otp: '246810', merchants, mayAuthorise };
}

function ebayAccount(key: AccountKey, username: string, firstName: string): EbayAccount {
  return { key, username, firstName, email: `${key}@${username}.example`, password: `${key}-ebay-pass` };
}

function bolAccount(key: AccountKey, store: string): BolAccount {
  return { key, store, email: `${key}@bol-shop.example`, password: `${key}-bol-pass` };
}

/**
 * The accounts the simulator knows. `anna` is the right one in most stories, `bert` the wrong one,
 * `carla` has two merchants in several countries, `dora` may not authorise at Amazon.
 */
export const accounts = {
  amazon: {
    anna: amazonAccount('anna', 'Anna Alpen', [alpenglueck]),
    bert: amazonAccount('bert', 'Bert Brückner', [brueckner]),
    carla: amazonAccount('carla', 'Carla Cordes', [cordes, outlet]),
    dora: amazonAccount('dora', 'Dora Dienst', [alpenglueck], false),
  },
  ebay: {
    anna: ebayAccount('anna', 'alpenglueck-handel', 'Anna'),
    bert: ebayAccount('bert', 'brueckner_elektro', 'Bert'),
    carla: ebayAccount('carla', 'cordes.outlet', 'Carla'),
    dora: ebayAccount('dora', 'dora-dienst', 'Dora'),
  },
  bol: {
    anna: bolAccount('anna', 'Alpenglück Winkel'),
    bert: bolAccount('bert', 'Brückner Elektro'),
    carla: bolAccount('carla', 'Cordes Outlet'),
    dora: bolAccount('dora', 'Dora Dienst'),
  },
} as const satisfies {
  amazon: Record<AccountKey, AmazonAccount>;
  ebay: Record<AccountKey, EbayAccount>;
  bol: Record<AccountKey, BolAccount>;
};

export function isAccountKey(text: string | null): text is AccountKey {
  return text !== null && Object.hasOwn(accounts.amazon, text);
}
