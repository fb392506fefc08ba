import type { Reply } from '../core/exchange.ts';
import { type Html, html } from '../core/html.ts';
import { page } from '../core/page.ts';

export interface VendorLook {
  readonly lang: string;
  /** As it stands in the page's header. */
  readonly brand: string;
  /** One of the colour classes of `client/vendor.css`. */
  readonly colour: 'blue' | 'red' | 'green' | 'grey';
}

interface VendorPageParts {
  readonly title: string;
  readonly main: Html;
  readonly scripts?: readonly string[];
  readonly status?: number;
}

/** A page of a vendor or shop. */
export function vendorPage(look: VendorLook, parts: VendorPageParts): Reply {
  return page({
    lang: look.lang,
    title: `${parts.title} – ${look.brand}`,
    styles: ['base.css', 'vendor.css'],
    scripts: parts.scripts,
    status: parts.status,
    body: html`<header class="brand ${look.colour}">${look.brand}</header><main class="vendor"><h1>${parts.title}</h1>${parts.main}</main>`,
  });
}
