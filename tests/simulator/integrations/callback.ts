import type { IntegrationName } from '../applications.ts';
import { type Reply, redirect, type SimRequest } from '../core/exchange.ts';
import { type Html, html } from '../core/html.ts';
import { sendOnByItself } from '../core/send-on.ts';
import type { GrantRecord, RefusalReason, World } from '../core/world.ts';
import type { IntegrationSwitches } from '../switches.ts';
import { redeem, refuse } from './redeem.ts';
import { type VendorLook, vendorPage } from './vendor-page.ts';
import { hasVendorSession } from './vendor-session.ts';

export interface Vendor {
  readonly name: IntegrationName;
  readonly look: VendorLook;
  /** The page on another host that some landings lead to; its address carries no parameter. */
  readonly successUrl: string;
  readonly texts: {
    readonly success: string;
    readonly failure: string;
    readonly loginFirst: string;
    readonly details: Html;
    readonly reasons: Readonly<Record<RefusalReason, string>>;
  };
  readonly scripts?: readonly string[];
  /** Where a grant leads instead of to the end, where more is to come. */
  readonly next?: (
    world: World,
    grant: GrantRecord,
  ) => { readonly url: string; readonly page: Html } | undefined;
}

/** Why a callback was refused, in words. */
export const englishReasons: Readonly<Record<RefusalReason, string>> = {
  'state-missing': 'The marketplace sent no state.',
  'state-unknown': 'This attempt was not started here.',
  'state-used': 'This attempt is already done.',
  'code-missing': 'The marketplace sent no code.',
  'code-unknown': 'The marketplace does not know this code.',
  'code-expired': 'The code has expired.',
  'code-used': 'The code was used before.',
  'code-of-another-application': 'The code belongs to another application.',
  declined: 'The authorisation was declined.',
  'no-vendor-session': 'You are not logged in.',
};

/** Goes on to `next` in the way that the switch asks for, or shows the page here. */
function land(landing: IntegrationSwitches['landing'], next: string, here: () => Reply): Reply {
  switch (landing) {
    case 'render':
      return here();
    case '302':
      return redirect(next, 302);
    case '303':
      return redirect(next, 303);
    case '307':
      return redirect(next, 307);
    case 'script':
      return sendOnByItself('script-replace', new URL(next), false);
    case 'meta':
      return sendOnByItself('meta', new URL(next), false);
    case 'post-form':
      return sendOnByItself('form-post', new URL(next), false);
  }
}

/** The page that says that all is well, at the callback or on the other host. */
export function successPage(vendor: Vendor): Reply {
  return vendorPage(vendor.look, {
    title: vendor.texts.success,
    main: vendor.texts.details,
    scripts: vendor.scripts,
  });
}

function failurePage(vendor: Vendor, reason: RefusalReason): Reply {
  return vendorPage(vendor.look, {
    title: vendor.texts.failure,
    main: html`<p role="alert">${vendor.texts.reasons[reason]}</p>`,
    status: 400,
  });
}

/** What a vendor's callback address does, whether it is opened or posted to. */
export function answerCallback(world: World, vendor: Vendor, request: SimRequest): Reply {
  const { needsVendorSession, landing } = world.switches.integrations;
  if (needsVendorSession && !hasVendorSession(world, request)) {
    refuse(world, vendor.name, 'no-vendor-session');
    return vendorPage(vendor.look, {
      title: vendor.texts.loginFirst,
      main: html`<p role="alert">${vendor.texts.reasons['no-vendor-session']}</p><p><a href="/login">Log in</a></p>`,
      status: 401,
    });
  }
  const outcome = redeem(world, vendor.name, new URLSearchParams([...request.query, ...request.form]));
  if (!outcome.ok) return failurePage(vendor, outcome.reason);
  const more = vendor.next?.(world, outcome.grant);
  if (!more) return land(landing, vendor.successUrl, () => successPage(vendor));
  return land(landing, more.url, () =>
    vendorPage(vendor.look, { title: vendor.look.brand, main: more.page }),
  );
}
