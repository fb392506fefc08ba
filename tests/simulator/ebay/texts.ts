import type { EbaySite } from './sites.ts';

interface SignInTexts {
  readonly lang: string;
  readonly title: string;
  readonly hello: string;
  readonly userId: string;
  readonly password: string;
  readonly next: string;
  readonly signIn: string;
  readonly or: string;
  continueWith(name: string): string;
  noSocial(name: string): string;
  welcome: string;
  readonly switchAccount: string;
  readonly wrongUser: string;
  readonly wrongPassword: string;
}

const english: SignInTexts = {
  lang: 'en',
  title: 'Sign in or Register | eBay',
  hello: 'Hello',
  userId: 'Email or username',
  password: 'Password',
  next: 'Continue',
  signIn: 'Sign in',
  or: 'or',
  continueWith: (name) => `Continue with ${name}`,
  noSocial: (name) => `Signing in with ${name} is not simulated.`,
  welcome: 'Welcome back!',
  switchAccount: 'Switch account',
  wrongUser: "We couldn't find this eBay account. Try again?",
  wrongPassword: "Oops, that's not a match. Try again?",
};

/** Words of a German sign-in page of 2024. */
const german: SignInTexts = {
  lang: 'de',
  title: 'Einloggen oder Registrieren | eBay',
  hello: 'Hallo',
  userId: 'E-Mail-Adresse oder Nutzername',
  password: 'Passwort',
  next: 'Weiter',
  signIn: 'Einloggen',
  or: 'oder',
  continueWith: (name) => `Weiter mit ${name}`,
  noSocial: (name) => `Das Einloggen mit ${name} wird nicht simuliert.`,
  welcome: 'Willkommen zurück!',
  switchAccount: 'Konto wechseln',
  wrongUser: 'Wir konnten dieses eBay-Konto nicht finden. Noch einmal versuchen?',
  wrongPassword: 'Das Passwort stimmt nicht. Noch einmal versuchen?',
};

export function signInTexts(site: EbaySite): SignInTexts {
  return site.language === 'de' ? german : english;
}

/** What a scope means to the person who reads the consent page. */
export const scopeTexts: Record<string, string> = {
  'https://api.ebay.com/oauth/api_scope': 'View public data from eBay',
  'https://api.ebay.com/oauth/api_scope/sell.account': 'View and manage your account settings',
  'https://api.ebay.com/oauth/api_scope/sell.inventory': 'View and manage your inventory and offers',
  'https://api.ebay.com/oauth/api_scope/sell.fulfillment': 'View and manage your order fulfilments',
  'https://api.ebay.com/oauth/api_scope/sell.finances':
    'View and manage your payment and order information to display this information to you and allow you to initiate refunds',
};
