import type { AmazonSite } from './sites.ts';

export interface AmazonTexts {
  readonly lang: string;
  readonly help: string;
  readonly search: string;
  readonly roles: readonly string[];
  authorise(app: string): string;
  requires(app: string): string;
  readonly note: string;
  terms(app: string): string;
  readonly manageLink: string;
  tick(app: string): string;
  once(app: string): string;
  readonly cancel: string;
  readonly signIn: string;
  readonly email: string;
  readonly password: string;
  readonly next: string;
  readonly wrongEmail: string;
  readonly wrongPassword: string;
  readonly otpTitle: string;
  readonly otpLabel: string;
  readonly wrongOtp: string;
}

const british: AmazonTexts = {
  lang: 'en-GB',
  help: 'Help',
  search: 'Search',
  roles: [
    'Tax Remittance',
    'Amazon Fulfilment',
    'Pricing',
    'Finance and Accounting',
    'Product Listing',
    'Inventory and Order Tracking',
    'Direct-to-Consumer Delivery',
    'Tax Invoicing',
  ],
  authorise: (app) => `Authorise ${app}`,
  requires: (app) =>
    `${app} requires access to view and edit the following data related to your Seller Partner account:`,
  note: 'Note: Authorising an application gives an application the ability to view or edit information about your Amazon business and take action on your Selling Partner account.',
  terms: (app) =>
    `Note: Any use of your data by ${app} is subject to ${app}'s own Terms of Use and Privacy Notice. ${app} may share information with other parties or applications. For more information, please refer to ${app}'s Terms of Use or Privacy Notice. You can review and change your authorisations at any time from the`,
  manageLink: 'Manage your Apps page',
  tick: (app) =>
    `I direct Amazon to provide ${app} access to my Selling Partner account and related data. I am responsible for any actions taken by the application.`,
  once: (app) => `Once you confirm, ${app} will be authorised to access selling data on your behalf.`,
  cancel: 'Cancel',
  signIn: 'Sign in',
  email: 'Email or mobile phone number',
  password: 'Password',
  next: 'Continue',
  wrongEmail: 'We cannot find an account with that email address',
  wrongPassword: 'Your password is incorrect',
  otpTitle: 'Two-Step Verification',
  otpLabel: 'Enter OTP',
  wrongOtp: 'The One Time Password (OTP) you entered is not valid. Please try again.',
};

const american: AmazonTexts = {
  ...british,
  lang: 'en-US',
  roles: british.roles.map((role) => role.replace('Fulfilment', 'Fulfillment')),
  authorise: (app) => `Authorize ${app}`,
  note: british.note.replace('Authorising', 'Authorizing'),
  terms: (app) => british.terms(app).replace('authorisations', 'authorizations'),
  once: (app) => british.once(app).replace('authorised', 'authorized'),
};

/** As far as a real German page is known its words are used; its button still reads "Confirm". */
const german: AmazonTexts = {
  lang: 'de',
  help: 'Hilfe',
  search: 'Suche',
  roles: [
    'Steuerüberweisung',
    'Erkenntnisse zu Verkaufspartnern',
    'Kommunikation mit Käufern',
    'Versand durch Amazon',
    'Preisgestaltung',
    'Finanzen und Buchhaltung',
    'Produktangebote',
    'Lagerbestand und Bestellverfolgung',
  ],
  authorise: (app) => `${app} autorisieren`,
  requires: (app) =>
    `${app} benötigt Zugriff, um die folgenden Daten in Bezug auf Ihr Verkäuferkonto einzusehen und zu bearbeiten:`,
  note: 'Hinweis: Wenn Sie eine Anwendung autorisieren, erhält diese die Möglichkeit, Informationen über Ihr Amazon-Geschäft einzusehen oder zu bearbeiten und Maßnahmen in Ihrem Verkäuferkonto zu ergreifen.',
  terms: (app) =>
    `Hinweis: Jede Nutzung Ihrer Daten durch ${app} unterliegt den Nutzungsbedingungen von ${app} und den jeweiligen Datenschutzhinweisen. ${app} kann Informationen an andere Parteien und Anwendungen weitergeben. Sie können Ihre Autorisierungen jederzeit überprüfen oder zurücknehmen, und zwar über die Seite`,
  manageLink: 'Anwendungen verwalten',
  tick: (app) =>
    `Ich beauftrage Amazon, ${app} Zugriff auf mein Verkäuferkonto und die zugehörigen Daten zu gewähren. Ich bin verantwortlich für alle Maßnahmen, die durch diese Anwendung ergriffen werden.`,
  once: (app) => `Nach der Bestätigung ist ${app} autorisiert, in Ihrem Namen auf Verkaufsdaten zuzugreifen.`,
  cancel: 'Abbrechen',
  signIn: 'Anmelden',
  email: 'E-Mail-Adresse oder Mobiltelefonnummer',
  password: 'Passwort',
  next: 'Weiter',
  wrongEmail: 'Es konnte kein Konto mit dieser E-Mail-Adresse gefunden werden',
  wrongPassword: 'Ihr Passwort ist falsch',
  otpTitle: 'Zwei-Schritt-Verifizierung',
  otpLabel: 'OTP eingeben',
  wrongOtp: 'Das eingegebene Einmalpasswort (OTP) ist ungültig. Bitte versuchen Sie es erneut.',
};

const byLanguage = { 'en-GB': british, 'en-US': american, de: german } as const;

export function textsOf(site: AmazonSite): AmazonTexts {
  return byLanguage[site.language];
}
