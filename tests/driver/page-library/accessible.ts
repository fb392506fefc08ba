export type Accessible = ReturnType<typeof accessible>;

/**
 * Roles and names as assistive technology hears them (HTML-AAM and accname 1.2, as far as forms and documents
 * go), held by a test to what both browsers compute. Our own because axe-core costs 110 ms in every document.
 *
 * Evaluated in the isolated world: it may use nothing but what it declares itself and the DOM.
 */
export function accessible() {
  const rolesByTag: Record<string, string> = {
    article: 'article',
    aside: 'complementary',
    blockquote: 'blockquote',
    button: 'button',
    dd: 'definition',
    details: 'group',
    dialog: 'dialog',
    dt: 'term',
    fieldset: 'group',
    figure: 'figure',
    form: 'form',
    hr: 'separator',
    li: 'listitem',
    main: 'main',
    menu: 'list',
    meter: 'meter',
    nav: 'navigation',
    ol: 'list',
    optgroup: 'group',
    option: 'option',
    output: 'status',
    p: 'paragraph',
    progress: 'progressbar',
    table: 'table',
    tbody: 'rowgroup',
    td: 'cell',
    textarea: 'textbox',
    tfoot: 'rowgroup',
    thead: 'rowgroup',
    tr: 'row',
    ul: 'list',
  };
  const rolesByInput: Record<string, string> = {
    button: 'button',
    checkbox: 'checkbox',
    email: 'textbox',
    image: 'button',
    number: 'spinbutton',
    radio: 'radio',
    range: 'slider',
    reset: 'button',
    search: 'searchbox',
    submit: 'button',
    tel: 'textbox',
    text: 'textbox',
    url: 'textbox',
  };
  const namedByContent =
    /^(button|cell|checkbox|columnheader|gridcell|heading|link|menuitem\w*|option|radio|row|rowheader|switch|tab|tooltip|treeitem)$/u;
  const sectioning = 'article, aside, main, nav, section';

  const clean = (text: string) => text.replace(/\s+/gu, ' ').trim();

  function parentOf(element: Element): Element | null {
    const parent = element.assignedSlot ?? element.parentNode;
    return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
  }

  function childrenOf(element: Element): Node[] {
    const assigned = element instanceof HTMLSlotElement ? element.assignedNodes({ flatten: true }) : [];
    return assigned.length > 0 ? assigned : [...(element.shadowRoot ?? element).childNodes];
  }

  /** Whether assistive technology gets it at all. */
  function isExposed(element: Element): boolean {
    const style = getComputedStyle(element);
    if (style.visibility !== 'visible') return false;
    if (style.display !== 'contents' && !element.checkVisibility()) return false;
    for (let up: Element | null = element; up !== null; up = parentOf(up)) {
      if (up.getAttribute('aria-hidden') === 'true' || up.hasAttribute('inert')) return false;
    }
    return true;
  }

  function roleOf(element: Element): string {
    const explicit = element.getAttribute('role')?.trim().split(/\s+/u)[0];
    if (explicit) return explicit;
    const tag = element.localName;
    if (/^h[1-6]$/u.test(tag)) return 'heading';
    if (tag === 'a' || tag === 'area') return element.hasAttribute('href') ? 'link' : '';
    if (tag === 'img') return element.getAttribute('alt') === '' ? 'presentation' : 'img';
    if (tag === 'th') return element.getAttribute('scope') === 'row' ? 'rowheader' : 'columnheader';
    if (tag === 'section') return nameOf(element) === '' ? '' : 'region';
    if (tag === 'header') return element.parentElement?.closest(sectioning) ? '' : 'banner';
    if (tag === 'footer') return element.parentElement?.closest(sectioning) ? '' : 'contentinfo';
    if (element instanceof HTMLInputElement) {
      const role = rolesByInput[element.type] ?? '';
      return element.list !== null && /^(textbox|searchbox)$/u.test(role) ? 'combobox' : role;
    }
    if (element instanceof HTMLSelectElement) {
      return element.multiple || element.size > 1 ? 'listbox' : 'combobox';
    }
    return rolesByTag[tag] ?? '';
  }

  /** What the element's own kind is named by: labels, legend, caption, alternative text, a button's value. */
  function nativeName(element: Element, seen: Set<Element>): string {
    const labels = (element as HTMLInputElement).labels;
    if (labels && labels.length > 0) {
      return [...labels].map((label) => textAlternative(label, new Set([...seen, element]), true)).join(' ');
    }
    if (element instanceof HTMLInputElement && /^(button|submit|reset|image)$/u.test(element.type)) {
      const usual = { submit: 'Submit', reset: 'Reset' }[element.type] ?? '';
      return element.value || element.alt || usual;
    }
    if (element.localName === 'img' || element.localName === 'area') return element.getAttribute('alt') ?? '';
    const inner = { fieldset: 'legend', figure: 'figcaption', svg: 'title', table: 'caption' }[
      element.localName
    ];
    const namer = inner === undefined ? null : element.querySelector(`:scope > ${inner}`);
    return namer === null ? '' : textAlternative(namer, seen, true);
  }

  /** The value that a field inside a label adds to the label's text. */
  function fieldValue(element: Element): string | undefined {
    if (element instanceof HTMLSelectElement) return element.selectedOptions[0]?.label ?? '';
    if (element instanceof HTMLTextAreaElement) return element.value;
    const isText = /^(textbox|searchbox|spinbutton|slider|combobox)$/u.test(roleOf(element));
    return element instanceof HTMLInputElement && isText ? element.value : undefined;
  }

  function contentOf(element: Element, seen: Set<Element>): string {
    const parts = childrenOf(element).map((child) => {
      if (child instanceof Text) return child.data;
      if (!(child instanceof Element) || seen.has(child) || !isExposed(child)) return '';
      if (child.localName === 'br') return ' ';
      const text = fieldValue(child) ?? textAlternative(child, seen, true);
      return getComputedStyle(child).display === 'inline' ? text : ` ${text} `;
    });
    return parts.join('');
  }

  /** @param fromContent whether what is inside counts, whatever the role: within something that is named by it */
  function textAlternative(element: Element, seen: Set<Element>, fromContent: boolean): string {
    const inner = new Set([...seen, element]);
    const label = element.getAttribute('aria-label');
    if (label?.trim()) return label;
    const native = nativeName(element, inner);
    if (native.trim()) return native;
    const isNamedByContent = () => element.localName !== 'section' && namedByContent.test(roleOf(element));
    if (fromContent || isNamedByContent()) {
      const content = contentOf(element, inner);
      if (content.trim()) return content;
    }
    return element.getAttribute('title') ?? element.getAttribute('placeholder') ?? '';
  }

  function nameOf(element: Element): string {
    const ids = element.getAttribute('aria-labelledby')?.trim().split(/\s+/u) ?? [];
    const root = element.getRootNode() as Document | ShadowRoot;
    const namers = ids.flatMap((id) => root.getElementById(id) ?? []);
    if (namers.length === 0) return clean(textAlternative(element, new Set(), false));
    return clean(namers.map((namer) => textAlternative(namer, new Set(), true)).join(' '));
  }

  /** Role and name; both empty for what is not exposed. */
  function read(element: Element): [role: string, name: string] {
    if (!isExposed(element)) return ['', ''];
    return [roleOf(element), nameOf(element)];
  }

  return { clean, parentOf, childrenOf, isExposed, read };
}
