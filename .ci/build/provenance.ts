import type { Plugin } from 'vite';

/** The files whose facts name their sources. */
const DEFINITIONS = /\/utils\/domain\/(?:marketplaces|integrations)\/(?:[\w-]+\/)?[\w-]+\.ts$/;

/** Where each fact was read and what it was tested with: for those who work on the definitions, not for browsers. */
const LEFT_OUT = new Set(['sources', 'source', 'samples']);

interface Node {
  type: string;
  start: number;
  end: number;
  key?: Node & { name?: string };
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** The members that are left out below a node, outermost first. */
function membersIn(node: Node): Node[] {
  if (node.type === 'Property' && LEFT_OUT.has(node.key?.name ?? '')) return [node];
  return Object.values(node).flat().filter(isNode).flatMap(membersIn);
}

/** Leaves sources and samples out of the definitions of a build. No code of the extension reads them. */
export function withoutProvenance(): Plugin {
  return {
    name: 'without-provenance',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      if (!DEFINITIONS.test(id) || id.endsWith('/schema.ts')) return undefined;
      const members = membersIn(this.parse(code) as unknown as Node).sort((a, b) => b.start - a.start);
      const rest = members.reduce((text, { start, end }) => {
        const comma = /^\s*,/.exec(text.slice(end))?.[0].length ?? 0;
        return text.slice(0, start) + text.slice(end + comma);
      }, code);
      return { code: rest, map: null };
    },
  };
}
