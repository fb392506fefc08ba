import type { Handoff } from '../switches.ts';
import { type Reply, redirect } from './exchange.ts';
import { confirmForm, sendOn } from './handoff.ts';
import { html } from './html.ts';
import { page } from './page.ts';

/** Where nobody presses a button: on to the vendor by a redirect, or by a page that does it by itself. */
export function sendOnByItself(handoff: Handoff, callback: URL, csp: boolean): Reply {
  switch (handoff) {
    case 'form-get':
    case 'form-post':
    case 'form-post-body':
      return page({
        lang: 'en',
        title: 'One moment…',
        styles: ['base.css', 'plain.css'],
        csp,
        scripts: ['handoff.js', 'auto.js'],
        body: html`<main data-auto><p>One moment…</p>${confirmForm({
          handoff,
          action: '',
          fields: {},
          callback: () => callback,
          button: () => html`<button type="submit" data-confirm>Continue</button>`,
        })}</main>`,
      });
    case 'fetch-script':
      return sendOn('script-replace', callback, csp);
    case 'page-then-script':
    case 'script-replace':
    case 'meta':
      return sendOn(handoff, callback, csp);
    default:
      return redirect(callback);
  }
}
