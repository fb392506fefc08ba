import { confirmForm } from '../core/handoff.ts';
import { type Html, html, trusted } from '../core/html.ts';
import { type Approval, callbackUrl } from './callback.ts';
import { type AmazonContext, icons } from './layout.ts';
import { type AmazonTexts, textsOf } from './texts.ts';

/** A Katal-like element: its real control lies in an open shadow root; `client/consent.js` gives it its styles. */
function shadowed(tag: string, attributes: Html, inner: Html): Html {
  return html`<${trusted(tag)}${attributes}><template shadowrootmode="open">${inner}</template></${trusted(tag)}>`;
}

function checkbox(shadow: boolean, text: string): Html {
  const control = html`<label class="tick"><input type="checkbox" data-tick> <span>${text}</span></label>`;
  return shadow ? shadowed('kat-checkbox', html``, control) : control;
}

function button(shadow: boolean, label: string, role: Html, attributes: Html): Html {
  const control = html`<button class="${role}" type="button" ${attributes}>${label}</button>`;
  return shadow ? shadowed('kat-button', html` label="${label}"`, control) : control;
}

function confirmControl(shadow: boolean, as: 'button' | 'link'): Html {
  const control =
    as === 'link'
      ? html`<a class="teal" role="button" aria-disabled="true" data-confirm>Confirm</a>`
      : html`<button class="teal" type="submit" disabled data-confirm>Confirm</button>`;
  return shadow ? shadowed('kat-button', html` label="Confirm"`, control) : control;
}

function actions(
  context: AmazonContext,
  approval: Approval,
  query: URLSearchParams,
  texts: AmazonTexts,
): Html {
  const { handoff, shadow, cancel } = context.world.switches.amazon;
  return html`<div class="actions">${button(shadow, texts.cancel, html`outline`, html`data-cancel="${cancel}"`)}${confirmForm(
    {
      handoff,
      action: '/apps/authorize/submit',
      fields: Object.fromEntries(query),
      callback: () => callbackUrl(context.world, context.site, approval),
      button: (as) => confirmControl(shadow, as),
    },
  )}</div>`;
}

/** The consent page's main part: rows, notes, tick and buttons, after the real page's look. */
export function consentMain(context: AmazonContext, approval: Approval, query: URLSearchParams): Html {
  const texts = textsOf(context.site);
  const app = approval.application.name;
  const { shadow } = context.world.switches.amazon;
  const inner = html`<h1>${texts.authorise(app)}</h1>
<h2>${texts.requires(app)}</h2>
<ul class="roles">${texts.roles.map((role) => html`<li>${role} ${icons.info}</li>`)}</ul>
<p class="note">${texts.note}</p>
<p class="note">${texts.terms(app)} <a href="/apps/manage">${texts.manageLink}</a></p>
${checkbox(shadow, texts.tick(app))}
<p class="note">${texts.once(app)}</p>
${actions(context, approval, query, texts)}`;
  return html`<main class="narrow" data-consent>${shadow ? shadowed('kat-panel', html``, inner) : inner}</main>`;
}
