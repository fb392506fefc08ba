import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reply } from './exchange.ts';
import { type Html, html, trusted } from './html.ts';

interface PageParts {
  readonly lang: string;
  readonly title: string;
  readonly body: Html;
  /** Files of `client/`, put into the page. */
  readonly styles: readonly string[];
  readonly scripts?: readonly string[];
  /** Where a `<meta http-equiv="refresh">` leads at once. */
  readonly refresh?: string;
  /** A strict Content-Security-Policy with Trusted Types. */
  readonly csp?: boolean;
  readonly status?: number;
}

const files = new Map<string, string>();

/** The text of a file that browsers get, from `client/`. */
export function clientFile(name: string): string {
  const text = files.get(name) ?? readFileSync(join(import.meta.dirname, '..', 'client', name), 'utf8');
  files.set(name, text);
  return text;
}

/**
 * Forms go to vendors and a redirect counts as a form's target too, so `form-action` has to let `https:` pass;
 * everything else is as tight as it gets.
 */
function strictPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "form-action 'self' https:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** A whole document. Scripts and styles are inline under a nonce, so that a page costs one request. */
export function page(parts: PageParts): Reply {
  const nonce = randomBytes(12).toString('base64url');
  const document = html`<!doctype html>
<html lang="${parts.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
${parts.refresh && html`<meta http-equiv="refresh" content="0; url=${parts.refresh}">`}
<title>${parts.title}</title>
${parts.styles.map((name) => html`<style nonce="${nonce}">${trusted(clientFile(name))}</style>`)}
</head>
<body>
${parts.body}
${(parts.scripts ?? []).map((name) => html`<script nonce="${nonce}">${trusted(clientFile(name))}</script>`)}
</body>
</html>
`;
  const headers: Record<string, string> = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  };
  if (parts.csp) headers['content-security-policy'] = strictPolicy(nonce);
  return { status: parts.status ?? 200, headers, cookies: [], body: document.markup };
}

/** A plain page with a heading and a sentence, for what no site's own look is needed. */
export function plainPage(title: string, body: Html, status = 200): Reply {
  return page({
    lang: 'en',
    title,
    status,
    styles: ['base.css', 'plain.css'],
    body: html`<main><h1>${title}</h1>${body}</main>`,
  });
}

export function notFound(host: string, path: string): Reply {
  return plainPage('Not found', html`<p>The simulator knows no page ${path} on ${host}.</p>`, 404);
}
