/** A name or text to look for, in a form that can be sent into a page. */
export type TextMatch =
  | { kind: 'text'; value: string; exact: boolean }
  | { kind: 'pattern'; source: string; flags: string };

/** What a locator looks for. */
export type Query =
  | { by: 'role'; role: string; name?: TextMatch }
  | { by: 'label'; name: TextMatch }
  | { by: 'text'; text: TextMatch }
  | { by: 'css'; selector: string };

export function textMatch(wanted: string | RegExp, exact = false): TextMatch {
  return typeof wanted === 'string'
    ? { kind: 'text', value: wanted, exact }
    : { kind: 'pattern', source: wanted.source, flags: wanted.flags };
}

function describeMatch(match: TextMatch): string {
  if (match.kind === 'pattern') return `/${match.source}/${match.flags}`;
  return match.exact ? `exactly "${match.value}"` : `"${match.value}"`;
}

/** For the message of a failed wait. */
export function describeQuery(query: Query): string {
  if (query.by === 'css') return `css ${query.selector}`;
  if (query.by === 'text') return `text ${describeMatch(query.text)}`;
  if (query.by === 'label') return `field ${describeMatch(query.name)}`;
  return query.name === undefined ? query.role : `${query.role} ${describeMatch(query.name)}`;
}
