import type { Handoff } from '../switches.ts';
import { json, type Reply, redirect } from './exchange.ts';
import { type Html, hidden, html } from './html.ts';
import { page } from './page.ts';

interface ConfirmButton {
  readonly handoff: Handoff;
  /** Where the marketplace takes the consent. */
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Makes the callback, and with it the code; asked only where the page itself leads to the vendor. */
  readonly callback: () => URL;
  /** The button's or link's markup; `as` says which of the two it has to be. */
  readonly button: (as: 'button' | 'link') => Html;
}

/** Answered by `client/handoff.js`. */
function form(
  method: 'get' | 'post',
  action: string,
  fields: Iterable<readonly [string, string]>,
  inner: Html,
) {
  return html`<form method="${method}" action="${action}" data-handoff="submit">${hidden(fields)}${inner}</form>`;
}

function bare(url: URL): string {
  return url.origin + url.pathname;
}

/** The part of a consent page that sends the browser on. */
export function confirmForm(parts: ConfirmButton): Html {
  const fields = Object.entries(parts.fields);
  switch (parts.handoff) {
    case 'get-302': {
      const to = `${parts.action}?${new URLSearchParams(parts.fields)}`;
      return html`<span data-handoff="link" data-to="${to}">${parts.button('link')}</span>`;
    }
    case 'link':
      return html`<span data-handoff="link" data-to="${parts.callback().href}">${parts.button('link')}</span>`;
    case 'form-get': {
      const to = parts.callback();
      return form('get', bare(to), to.searchParams, parts.button('button'));
    }
    case 'form-post':
      return form('post', parts.callback().href, [], parts.button('button'));
    case 'form-post-body': {
      const to = parts.callback();
      return form('post', bare(to), to.searchParams, parts.button('button'));
    }
    case 'fetch-script':
      return html`<form method="post" action="${parts.action}" data-handoff="fetch">${hidden(fields)}${parts.button('button')}</form>`;
    default:
      return form('post', parts.action, fields, parts.button('button'));
  }
}

interface HandoffPage {
  readonly body: Html;
  readonly says?: string;
  readonly scripts?: string[];
  readonly refresh?: string;
}

function handoffPage(csp: boolean, { body, says = 'One moment…', ...parts }: HandoffPage): Reply {
  return page({
    lang: 'en',
    title: says,
    styles: ['base.css', 'plain.css'],
    csp,
    ...parts,
    body: html`<main><p>${says}</p>${body}</main>`,
  });
}

/**
 * The marketplace's answer once the consent has reached it.
 *
 * @param says the words of a page that stands for a moment
 */
export function sendOn(handoff: Handoff, callback: URL, csp: boolean, says?: string): Reply {
  switch (handoff) {
    case 'post-307':
      return redirect(callback, 307);
    case 'fetch-script':
      return json({ location: callback.href });
    case 'page-then-script':
      return handoffPage(csp, {
        says,
        body: html`<span data-onward="${callback.href}"></span>`,
        scripts: ['onward.js'],
      });
    case 'script-replace':
      return handoffPage(csp, {
        body: html`<span data-replace="${callback.href}"></span>`,
        scripts: ['replace.js'],
      });
    case 'meta':
      return handoffPage(csp, { body: html``, refresh: callback.href });
    default:
      return redirect(callback);
  }
}
