import type { Accessible } from './accessible.ts';
import type { Query, TextMatch } from './query.ts';

export type Finder = ReturnType<typeof finder>;

/**
 * Finds elements in the composed tree of a document. Evaluated in the isolated world: it may use nothing but
 * its argument and the DOM.
 */
export function finder({ clean, parentOf, childrenOf, read }: Accessible) {
  /** Makes closed shadow roots reachable as `host.shadowRoot`, for this world alone. */
  function adopt(roots: readonly ShadowRoot[]): void {
    for (const root of roots) {
      Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true });
    }
  }

  function* elements(root: Element | ShadowRoot = document.documentElement): Generator<Element> {
    if (root instanceof Element) {
      yield root;
      if (root.shadowRoot) yield* elements(root.shadowRoot);
    }
    for (const child of root.children) yield* elements(child);
  }

  /**
   * Whether an element may have a closed root that was not adopted yet. Only those with a name of their own are looked
   * at, as overlays have them: asking the browser for the roots of all is what made every look at a page expensive.
   */
  function mayHoldMore(): boolean {
    return [...elements()].some(({ localName, shadowRoot }) => localName.includes('-') && !shadowRoot);
  }

  function isVisible(element: Element): boolean {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    if (getComputedStyle(element).display === 'contents') return true;
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0;
  }

  function matches(match: TextMatch, text: string): boolean {
    const cleaned = clean(text);
    if (match.kind === 'pattern') return new RegExp(match.source, match.flags).test(cleaned);
    const wanted = clean(match.value);
    return match.exact ? cleaned === wanted : cleaned.toLowerCase().includes(wanted.toLowerCase());
  }

  /** The text that a person sees within an element, shadow roots and slotted content in their places. */
  function textOf(node: Node): string {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || /^(script|style|noscript|template)$/iu.test(node.localName)) return '';
    if (getComputedStyle(node).display !== 'contents' && !node.checkVisibility()) return '';
    if (node.localName === 'br') return '\n';
    const hidden = getComputedStyle(node).visibility !== 'visible';
    const inner = childrenOf(node)
      .map((child) => (hidden && child instanceof Text ? '' : textOf(child)))
      .join('');
    const { display } = getComputedStyle(node);
    if (display === 'inline' || display === 'contents') return inner;
    return display.startsWith('inline') ? ` ${inner} ` : `\n${inner}\n`;
  }

  function innermostWith(match: TextMatch): Element[] {
    const showing = [...elements()].filter(
      (element) => isVisible(element) && matches(match, textOf(element)),
    );
    const outer = new Set<Element>();
    for (const element of showing) {
      for (let up = parentOf(element); up !== null; up = parentOf(up)) outer.add(up);
    }
    return showing.filter((element) => !outer.has(element));
  }

  function withSelector(selector: string): Element[] {
    return [...elements()].filter((element) => element.matches(selector));
  }

  /** In document order. */
  function find(query: Query): Element[] {
    if (query.by === 'css') return withSelector(query.selector);
    if (query.by === 'text') return innermostWith(query.text);
    const candidates = query.by === 'label' ? withSelector('input, select, textarea') : [...elements()];
    return candidates.filter((element) => {
      const [role, name] = read(element);
      if (query.by === 'role' && role !== query.role) return false;
      return query.name === undefined || matches(query.name, name);
    });
  }

  function described([role, name]: [string, string]): string {
    return name === '' ? role : `${role} "${name}"`;
  }

  /** `role "name"` of everything that a person could aim at, for the message of a failed wait. */
  function inventory(): string[] {
    return [...elements()]
      .map(read)
      .filter(([role]) => !/^(|none|presentation|generic|document|paragraph)$/u.test(role))
      .map(([role, name]) => described([role, name.length > 80 ? `${name.slice(0, 80)}…` : name]));
  }

  function focused(): string {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (element === null || element === document.body) return '';
    return described(read(element));
  }

  return { adopt, mayHoldMore, elements, parentOf, isVisible, clean, textOf, read, find, inventory, focused };
}
