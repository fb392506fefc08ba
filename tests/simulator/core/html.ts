/** Markup that needs no more escaping. */
export interface Html {
  readonly markup: string;
}

type Value = Html | string | number | URLSearchParams | false | null | undefined | readonly Value[];

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function render(value: Value): string {
  if (value === false || value === null || value === undefined) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  if (value instanceof URLSearchParams) return escapeHtml(value.toString());
  if ('markup' in value) return value.markup;
  return value.map(render).join('');
}

/** Markup from a template; whatever is put in is escaped unless it is markup itself. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return { markup: strings.reduce((text, part, i) => text + render(values[i - 1]) + part) };
}

/** Markup that was written elsewhere and is trusted, such as an icon. */
export function trusted(markup: string): Html {
  return { markup };
}

/** Hidden inputs for a form. */
export function hidden(fields: Iterable<readonly [string, string]>): Html {
  return html`${[...fields].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}
