import { FLOORS, type Floor, NO_GLOBALS, THINGS, type Thing } from './import-rule.ts';

/** Where the picture stands in ARCHITECTURE.md. */
const MARKERS = ['<!-- import-rule:begin -->', '<!-- import-rule:end -->'] as const;

const everyThing = Object.keys(THINGS) as Thing[];

const rule = (includes: string[], name: string, options: object): object => ({
  includes,
  linter: { rules: { style: { [name]: { level: 'error', options } } } },
});

/** The linter's block, as `import-rule.biome.json` holds it. */
export function linterBlock(): string {
  const everywhere = ['utils/**', 'components/**', 'entrypoints/**'];
  const imports = ({ at, refuses, but = [] }: Floor): object => {
    const patterns = refuses.map(([things, message]) => ({
      group: [...things.flatMap((thing) => THINGS[thing]), ...but.map((each) => `!${each}`)],
      message,
    }));
    return rule(
      at.map((folder) => `${folder}/**`),
      'noRestrictedImports',
      { patterns },
    );
  };
  const overrides = [
    rule(everywhere, 'noRestrictedGlobals', { deniedGlobals: NO_GLOBALS }),
    ...FLOORS.map(imports),
  ];
  return `${JSON.stringify({ root: false, overrides }, null, 2)}\n`;
}

/** The picture: an arrow from each floor to the floors that it may know. */
function picture(): string {
  const floors = everyThing.filter((thing) => FLOORS.some(({ name }) => name === thing));
  const node = (name: string): string => name.replace(' ', '-');
  const arrows = FLOORS.flatMap(({ name, knows }) => {
    const known = knows.filter((thing) => floors.includes(thing));
    return known.length > 0 ? [`  ${node(name)} --> ${known.join(' & ')}`] : [];
  });
  return ['```mermaid', 'flowchart TD', ...arrows, '```'].join('\n');
}

/** ARCHITECTURE.md with the picture as it is now. Throws where the page has no place for it. */
export function withPicture(page: string): string {
  const [begin, end] = MARKERS.map((marker) => page.indexOf(marker));
  if (begin === undefined || end === undefined || begin < 0 || end < begin)
    throw new Error(`ARCHITECTURE.md needs ${MARKERS.join(' and ')}`);
  return `${page.slice(0, begin + MARKERS[0].length)}\n${picture()}\n${page.slice(end)}`;
}
