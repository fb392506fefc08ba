import { type Answer, answerOf } from '@/utils/domain/address/answer/answer.ts';
import { classifyUrl } from '@/utils/domain/address/consent-url.ts';
import type { GrantKind, MarketplaceId } from '@/utils/domain/marketplaces/definition/schema.ts';
import type { Cookie } from '@/utils/domain/session/cleaning.ts';
import type { World } from '../fakes/world.ts';

/** The seller's own account, and somebody else's who uses the same computer. */
export const OWN = 'ANNA1';
const ACCOUNTS = [OWN, 'BERT2'] as const;

interface Software {
  integration: 'microtech' | 'other' | 'linnworks';
  marketplace: MarketplaceId;
  /** One for each permission that it asks for, in this order. */
  asks: { kind: GrantKind; app: string; address(state: string): string }[];
}

const amazon = (app: string): Software['asks'] => [
  {
    kind: 'amazon',
    app,
    address: (state) =>
      `https://sellercentral.amazon.de/apps/authorize/consent?application_id=${app}&state=${state}`,
  },
];

export const SOFTWARE: readonly Software[] = [
  { integration: 'microtech', marketplace: 'amazon', asks: amazon('amzn1.sp.solution.one') },
  {
    integration: 'linnworks',
    marketplace: 'ebay',
    asks: [
      {
        kind: 'ebay-authnauth',
        app: 'Lin-Ru',
        address: (state) =>
          `https://signin.ebay.de/ws/eBayISAPI.dll?SignIn&runame=Lin-Ru&SessID=s${state}&ruparams=state%3D${state}`,
      },
      {
        kind: 'ebay-oauth',
        app: 'Lin-PRD',
        address: (state) => `https://auth.ebay.de/oauth2/authorize?client_id=Lin-PRD&state=${state}`,
      },
    ],
  },
  { integration: 'other', marketplace: 'amazon', asks: amazon('amzn1.sp.solution.two') },
];

/** A sign-in that somebody made: its number is in its cookies. */
interface SignIn {
  account: string;
  marketplace: MarketplaceId;
  jar: string;
  at: number;
}

/** A permission that an integration really got. */
export interface Gift {
  kind: GrantKind;
  app: string;
  /** Whose it is, and what the answer says of that. */
  account: string;
  named: string | undefined;
  signIn: number;
  /** The run whose address this was, read from the browser's memory. */
  runId: string | undefined;
  at: number;
  /** Somebody of ours has heard of it and lived. */
  heard: boolean;
}

const MARK = /(ANNA1|BERT2)-(\d+)/;

/** Answers that are not plain OAuth's. */
const CALLBACK: Partial<Record<GrantKind, (state: string, account: string) => string>> = {
  amazon: (state, account) => `state=${state}&selling_partner_id=${account}&spapi_oauth_code=c`,
  'ebay-authnauth': (state, account) =>
    `isAuthSuccessful=true&ebaytkn=t&tknexp=2028-01-01%2000:00:00&username=${account}&state=${state}`,
  'ebay-oauth': (state) => `code=c&state=${state}&expires_in=299`,
};

/** The marketplaces and the integrations: what they know nobody reads through the product. */
export class Market {
  readonly signIns: SignIn[] = [];
  readonly gifts: Gift[] = [];
  readonly #used = new Set<string>();
  #states = 0;
  readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  /** The next address that a software opens. */
  address(software: Software, turn: number): string {
    const ask = software.asks[turn % software.asks.length] ?? software.asks[0];
    this.#states += 1;
    return ask?.address(`state${this.#states}`) ?? '';
  }

  #jarOf = (tabId: number): string => this.world.jarOfTab.get(tabId) ?? '0';

  /** Somebody signs in where this tab is. */
  signIn(tabId: number, marketplace: MarketplaceId, who: number): void {
    const jar = this.#jarOf(tabId);
    if (jar !== '0' && !this.world.containers?.has(jar)) return;
    this.putSession(jar, marketplace, ACCOUNTS[who % ACCOUNTS.length] ?? OWN);
  }

  putSession(jar: string, marketplace: MarketplaceId, account: string): void {
    const mark = `${account}-${this.signIns.length}`;
    this.signIns.push({ account, marketplace, jar, at: this.world.now });
    const cookie = {
      domain: marketplace === 'amazon' ? 'amazon.de' : 'ebay.de',
      hostOnly: false,
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'lax',
      storeId: jar,
    } as const;
    const own: [string, string][] =
      marketplace === 'amazon'
        ? [
            ['session-id', `visit-${mark}`],
            ['at-acbde', mark],
          ]
        : [['ebay', `sin%3Din-${mark}`]];
    const isSame = (other: Cookie): boolean =>
      other.storeId === jar && other.domain === cookie.domain && own.some(([name]) => name === other.name);
    this.world.cookies = [
      ...this.world.cookies.filter((other) => !isSame(other)),
      ...own.map(([name, value]) => ({ ...cookie, name, value })),
    ];
  }

  /** Who is signed in where this tab is, as the marketplace's own cookies say. */
  #signedIn(tabId: number, marketplace: MarketplaceId): { account: string; signIn: number } | undefined {
    const domain = marketplace === 'amazon' ? 'amazon.de' : 'ebay.de';
    const jar = this.#jarOf(tabId);
    const name = marketplace === 'amazon' ? 'at-acbde' : 'ebay';
    const cookie = this.world.cookies.find(
      (each) => each.storeId === jar && each.domain === domain && each.name === name,
    );
    const [, account, number] = MARK.exec(cookie?.value ?? '') ?? [];
    return account ? { account, signIn: Number(number) } : undefined;
  }

  /** The tab leaves the consent with an answer; undefined where it shows none, or nobody is signed in. */
  answer(tabId: number, agrees: boolean): { answer: Answer; gift: Gift | undefined } | undefined {
    const url = this.world.tabs.get(tabId) ?? '';
    const page = classifyUrl(url);
    if (!('ask' in page) || !page.ask?.app || page.ask.state === undefined) return undefined;
    const { kind, app, state } = page.ask;
    const who = this.#signedIn(tabId, page.marketplace);
    if (!who || this.#used.has(state)) return undefined;
    this.#used.add(state);
    const query = agrees
      ? (CALLBACK[kind]?.(state, who.account) ?? `code=c&state=${state}`)
      : refusalOf(kind, state);
    const to = `https://vendor.example/cb?${query}`;
    const answer = answerOf(url, to);
    if (!answer) throw new Error(`no answer: ${to}`);
    const owner = [...this.world.memory.values()].find(({ run }) =>
      run.legs.some((leg) => leg.state === answer.state && answer.state !== undefined),
    );
    const gift: Gift | undefined = agrees
      ? {
          kind,
          app,
          ...who,
          named: answer.accountId,
          runId: owner?.run.id,
          at: this.world.now,
          heard: false,
        }
      : undefined;
    if (gift) this.gifts.push(gift);
    this.world.go(tabId, to);
    return { answer, gift };
  }
}

const refusalOf = (kind: GrantKind, state: string): string =>
  kind === 'ebay-authnauth' ? `isAuthSuccessful=false&state=${state}` : `error=access_denied&state=${state}`;
