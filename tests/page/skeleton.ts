import type { PageReport } from '../../utils/domain/report/report.ts';

/** The skeleton of what a report leads to: an entry of the definition, and a page of the simulator. */
export interface Skeleton {
  /** For the marketplace's `pages`. */
  definition: string;
  /** For the simulator. */
  page: string;
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** A pattern of a definition has `**` for all that follows, and `*` for one segment. */
const patternOf = (path: string): string => path.replace(/\/+$/, '') || '/';

const PARTS =
  /^(\(shadow\) )?([a-z][a-z0-9]*)(#[\w*-]+)?((?:\.[\w*-]+)*)(\[role=(\w+)\])?(\[type=(\w+)\])?( \(hidden\))?(?: ×(\d+))?$/;

const EMPTY = new Set(['input']);
const OF_NO_TAG = new Set(['component', 'element']);

/** Markup for a line of a report; a comment where it is none that can be built. */
function markup(line: string): string {
  const found = PARTS.exec(line);
  if (!found) return `<!-- ${line.replaceAll('--', '- -')} -->`;
  const [, shadow, named = '', id, classes = '', , role, , type, hidden, times] = found;
  const tag = OF_NO_TAG.has(named) ? 'div' : named;
  const attributes = [
    id && `id="${id.slice(1)}"`,
    classes && `class="${classes.slice(1).replaceAll('.', ' ')}"`,
    role && `role="${role}"`,
    type && `type="${type}"`,
    hidden && 'hidden',
  ].filter(Boolean);
  const start = `<${[tag, ...attributes].join(' ')}>`;
  const note = [shadow && 'in a shadow root', times && `${times} times`].filter(Boolean).join(', ');
  return `${start}${EMPTY.has(tag) ? '' : `</${tag}>`}${note ? ` <!-- ${note} -->` : ''}`;
}

/** How the simulator's marketplaces lay their pages out. */
const LAYOUTS: Partial<Record<string, [context: string, layout: string]>> = {
  amazon: ['AmazonContext', 'amazonPage'],
  ebay: ['EbayContext', 'ebayPage'],
};

/** Writes down what a report of a page leads to; what it cannot know is left to be filled in. */
export function skeletonOf(report: PageReport): Skeleton {
  const { marketplace, host, role, path, step, status, elements, selectors } = report;
  const missing = selectors.filter(({ shown }) => shown === 0).map(({ selector }) => selector);
  const definition = `{
  step: ${quoted(step === 'none' || step === 'callback' ? 'sign-in' : step)},
  on: [${quoted(role ?? 'seller')}],
  path: ${quoted(patternOf(path))},
  source: 'report',
  samples: {
    yes: [{ url: ${quoted(`https://${host.replace('*', 'www')}${path.replaceAll('*', 'x')}`)} }],
    no: [],
  },
},
// Not seen on this page:${missing.map((selector) => `\n//   ${selector}`).join('') || ' nothing'}
`;
  const [Context, layout] = LAYOUTS[marketplace] ?? ['Context', 'page'];
  const page = `import type { Reply } from '../core/exchange.ts';
import { html } from '../core/html.ts';
import { type ${Context}, ${layout} } from './layout.ts';

/** ${path} at ${host}, as a report of version ${report.version} has it (${marketplace}, HTTP ${status}). */
export function showReported(context: ${Context}): Reply {
  return ${layout}(context, {
    title: '',
    main: html\`<main>
${elements.map((line) => `  ${markup(line)}`).join('\n')}
</main>\`,
  });
}
`;
  return { definition, page };
}
