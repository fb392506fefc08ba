import type { SimRequest } from '../core/exchange.ts';
import { html } from '../core/html.ts';
import type { Routes } from '../core/routes.ts';
import type { World } from '../core/world.ts';
import { answerCallback, successPage, type Vendor } from './callback.ts';
import { answerLoginUri } from './login-uri.ts';
import { showVendorLogin, takeVendorLogin } from './vendor-session.ts';

/** A desktop program: it hands a bare authorise URL to the operating system and has no page but the callback. */
const vendor: Vendor = {
  name: 'microtech',
  look: { lang: 'de', brand: 'microtech Cloud', colour: 'blue' },
  successUrl: 'https://www.microtech.example/verbunden',
  texts: {
    success: 'Die Verbindung wurde erfolgreich hergestellt',
    failure: 'Die Verbindung konnte nicht hergestellt werden',
    loginFirst: 'Bitte melden Sie sich zuerst an',
    details: html`<p>Sie können dieses Fenster schließen und zu büro+ zurückkehren.</p>`,
    reasons: {
      'state-missing': 'Der Marktplatz hat keinen Zustand mitgesendet.',
      'state-unknown': 'Dieser Vorgang wurde nicht von büro+ begonnen.',
      'state-used': 'Dieser Vorgang ist bereits abgeschlossen.',
      'code-missing': 'Der Marktplatz hat keinen Code mitgesendet.',
      'code-unknown': 'Der Marktplatz kennt diesen Code nicht.',
      'code-expired': 'Der Code ist abgelaufen.',
      'code-used': 'Der Code wurde bereits verwendet.',
      'code-of-another-application': 'Der Code gehört zu einer anderen Anwendung.',
      declined: 'Die Freigabe wurde abgelehnt.',
      'no-vendor-session': 'Sie sind nicht angemeldet.',
    },
  },
};

export function microtechRoutes(world: World, request: SimRequest): Routes {
  if (request.host === 'www.microtech.example')
    return { 'GET /verbunden': () => successPage(vendor), 'POST /verbunden': () => successPage(vendor) };
  const callback = () => answerCallback(world, vendor, request);
  return {
    'GET /oauth/callback': callback,
    'POST /oauth/callback': callback,
    'GET /oauth/callback2': callback,
    'POST /oauth/callback2': callback,
    'GET /oauth/ebay-token': callback,
    'POST /oauth/ebay-token': callback,
    'GET /amazon/login': () => answerLoginUri(world, 'microtech', request),
    'GET /login': () => showVendorLogin(vendor.look, request),
    'POST /login': () => takeVendorLogin(world, request),
  };
}
