/** As much of a parser as the simulator's own markup needs. */

export interface Form {
  readonly method: string;
  readonly action: string;
  readonly fields: Record<string, string>;
  readonly markup: string;
  /** `submit` or `fetch`. */
  readonly handoff: string | undefined;
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** An attribute's value in a start tag. */
export function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return match ? unescapeHtml(match[1] ?? '') : undefined;
}

function fieldsOf(markup: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of markup.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const skipped = attribute(tag, 'type') === 'radio' && !/\schecked/.test(tag);
    if (name && !skipped) fields[name] = attribute(tag, 'value') ?? '';
  }
  return fields;
}

export function formsOf(body: string): Form[] {
  return [...body.matchAll(/(<form[^>]*>)([\s\S]*?)<\/form>/g)].map(([, tag = '', markup = '']) => ({
    method: attribute(tag, 'method') ?? 'get',
    action: attribute(tag, 'action') ?? '',
    fields: fieldsOf(markup),
    markup,
    handoff: attribute(tag, 'data-handoff'),
  }));
}

/** Where the link with that text leads. */
export function linkTo(body: string, text: string): string | undefined {
  const link = [...body.matchAll(/<a\b[^>]*>[^<]*/g)].find(([tag]) => tag.endsWith(`>${text}`));
  return link && attribute(link[0], 'href');
}

/** The value of the first attribute of that name anywhere in the page. */
export function firstAttribute(body: string, name: string): string | undefined {
  return attribute(body, name);
}

/** Where a page sends the browser by itself: by a meta refresh or a script. */
export function onward(body: string): string | undefined {
  const refresh = /http-equiv="refresh" content="0; url=([^"]*)"/.exec(body)?.[1];
  if (refresh) return unescapeHtml(refresh);
  return firstAttribute(body, 'data-replace') ?? firstAttribute(body, 'data-onward');
}
