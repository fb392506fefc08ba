import type { Finder } from './finder.ts';
import type { Query } from './query.ts';

/** Where to press, or why it cannot be done yet. */
export type Aim = { x: number; y: number } | { problem: string };

/** What is read from one element. */
export interface Reading {
  text: string;
  value: string;
  enabled: boolean;
  checked: boolean;
  box: { x: number; y: number; width: number; height: number };
}

export type Hands = ReturnType<typeof hands>;

/**
 * Acts on elements that the finder finds; evaluated in the same isolated world, under the same rule: it may use
 * nothing but its argument and the DOM.
 */
export function hands(finder: Finder) {
  /** @throws Error that says how many there are, unless it is the one asked for */
  function one(query: Query, nth: number | null): HTMLElement {
    const found = finder.find(query);
    const element = nth === null && found.length > 1 ? undefined : found[nth ?? 0];
    if (element instanceof HTMLElement || element instanceof SVGElement) return element as HTMLElement;
    const which = nth === null ? 'exactly one' : `number ${nth}`;
    throw new Error(`${found.length} match, ${which} is wanted.`);
  }

  function enabled(element: Element): boolean {
    return !element.matches(':disabled') && element.closest('[aria-disabled="true"]') === null;
  }

  function count(query: Query): number {
    return finder.find(query).length;
  }

  function visible(query: Query, nth: number | null): boolean {
    const found = finder.find(query);
    if (nth === null) return found.some(finder.isVisible);
    const element = found[nth];
    return element !== undefined && finder.isVisible(element);
  }

  function read(query: Query, nth: number | null): Reading {
    const element = one(query, nth);
    const { x, y, width, height } = element.getBoundingClientRect();
    const field = element as HTMLInputElement;
    return {
      text: finder.clean(finder.textOf(element)),
      value: typeof field.value === 'string' ? field.value : '',
      enabled: enabled(element),
      checked: field.checked === true || element.getAttribute('aria-checked') === 'true',
      box: { x, y, width, height },
    };
  }

  function attribute(query: Query, nth: number | null, name: string): string | null {
    return one(query, nth).getAttribute(name);
  }

  function topmostAt(x: number, y: number): Element | null {
    let element = document.elementFromPoint(x, y);
    while (element?.shadowRoot) {
      const inner = element.shadowRoot.elementFromPoint(x, y);
      if (inner === null || inner === element) break;
      element = inner;
    }
    return element;
  }

  /** A press on what lies in the target, or on its label, reaches the target. */
  function reaches(hit: Element | null, target: Element): boolean {
    for (let up = hit; up !== null; up = finder.parentOf(up)) {
      if (up === target || (up instanceof HTMLLabelElement && up.control === target)) return true;
    }
    return false;
  }

  /** A link that wraps has a box a line; the middle of them all can lie beside it. */
  function firstBox(element: Element): DOMRect {
    return element.getClientRects()[0] ?? element.getBoundingClientRect();
  }

  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

  async function aim(query: Query, nth: number | null): Promise<Aim> {
    const element = one(query, nth);
    if (!finder.isVisible(element)) return { problem: 'It is not visible.' };
    if (!enabled(element)) return { problem: 'It is disabled.' };
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    await nextFrame();
    const before = firstBox(element);
    await nextFrame();
    const box = firstBox(element);
    if (before.x !== box.x || before.y !== box.y || before.width !== box.width) {
      return { problem: 'It is moving.' };
    }
    const point = { x: Math.floor(box.x + box.width / 2), y: Math.floor(box.y + box.height / 2) };
    const hit = topmostAt(point.x, point.y);
    if (reaches(hit, element)) return point;
    return { problem: `It is covered by <${hit?.localName ?? 'nothing'} class="${hit?.className ?? ''}">.` };
  }

  function focus(query: Query, nth: number | null): void {
    one(query, nth).focus();
  }

  function announce(field: HTMLElement): void {
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Sets a control that has no text to type into; `false` when the value is to be typed, over a selection. */
  function set(query: Query, nth: number | null, value: string): boolean {
    const field = one(query, nth);
    if (field instanceof HTMLSelectElement) {
      const option = [...field.options].find(
        (item) => finder.clean(item.label) === value || item.value === value,
      );
      if (option === undefined) throw new Error(`The list has no "${value}".`);
      field.value = option.value;
    } else if (field instanceof HTMLInputElement && /^(date|month|week|time|color|range)/u.test(field.type)) {
      field.value = value;
    } else {
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
      return false;
    }
    announce(field);
    return true;
  }

  function upload(query: Query, nth: number | null, files: { name: string; base64: string }[]): void {
    const field = one(query, nth);
    if (!(field instanceof HTMLInputElement)) throw new Error('It is no file input.');
    const chosen = new DataTransfer();
    for (const { name, base64 } of files) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      chosen.items.add(new File([bytes], name));
    }
    field.files = chosen.files;
    announce(field);
  }

  /** Blocks on lines of their own, and what fields show: values (a password's as dots), else placeholders. */
  function visibleText(): string {
    const fields = [...finder.elements()].flatMap((field) => {
      if (!finder.isVisible(field)) return [];
      if (field instanceof HTMLSelectElement) return [field.selectedOptions[0]?.label ?? ''];
      if (field instanceof HTMLTextAreaElement) return [field.value || field.placeholder];
      if (!(field instanceof HTMLInputElement) || /^(checkbox|radio|hidden)$/u.test(field.type)) return [];
      return [field.type === 'password' ? '•'.repeat(field.value.length) : field.value || field.placeholder];
    });
    const lines = [...finder.textOf(document.documentElement).split('\n'), ...fields];
    return lines.map(finder.clean).filter(Boolean).join('\n');
  }

  return { count, visible, read, attribute, aim, focus, set, upload, visibleText };
}
