/** A mark that is to be named: where it stands, and how many connections it is for. */
export interface Named {
  /** CSS px from the left. */
  x: number;
  count: number;
  /** The name of the one that it is for. */
  name: string;
}

export interface Label {
  /** Where it begins: CSS px from the left. */
  x: number;
  text: string;
}

/** Between two labels: CSS px. */
const GAP = 6;

/** A shorter beginning of a name says nothing. */
const SHORTEST = 5;

/** How wide a text of 11 px is at most: CSS px. Signs of East Asia and emoji are as wide as they are high. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text)
    width += (sign.codePointAt(0) ?? 0) >= 0x1100 ? 12 : /[mwMW@%—]/.test(sign) ? 10.5 : 7.2;
  return width;
}

/** As much of a text as there is room for; undefined where that would be too little to know it by. */
export function cut(text: string, room: number): string | undefined {
  if (widthOf(text) <= room) return text;
  const signs = [...text];
  while (signs.length > SHORTEST) {
    signs.pop();
    const shorter = `${signs.join('').trimEnd()}…`;
    if (widthOf(shorter) <= room) return shorter;
  }
  return undefined;
}

/** What a label says: a single connection’s name as far as it fits, or how many there are. */
const textFor = (count: number, name: string, room: number): string =>
  (count === 1 && cut(name, room)) || `+${count}`;

/**
 * Names marks that stand in a row, so that no two labels touch and none leaves the picture. Where there is no room, what
 * follows is counted in: all counts together are those of all marks.
 *
 * @param marks From left to right.
 * @param width Of the picture: CSS px.
 */
export function labelsOf(marks: readonly Named[], width: number): Label[] {
  const labels: (Label & { count: number })[] = [];
  let from = 0;
  while (from < marks.length) {
    const first = marks[from];
    if (!first) break;
    let to = from;
    let count = first.count;
    for (;;) {
      const next = marks[to + 1];
      const room = (next ? next.x : width) - first.x - GAP;
      const text = textFor(count, first.name, room);
      if (widthOf(text) <= room) {
        labels.push({ x: first.x, text, count });
        break;
      }
      if (!next) {
        // At the edge: it is counted with the one before, which has that room, too.
        const before = labels.pop();
        const all = count + (before?.count ?? 0);
        const counted = `+${all}`;
        const x = Math.min(before?.x ?? first.x, width - widthOf(counted));
        if (x >= 0) labels.push({ x, text: counted, count: all });
        break;
      }
      to += 1;
      count += next.count;
    }
    from = to + 1;
  }
  return labels.map(({ x, text }) => ({ x, text }));
}
