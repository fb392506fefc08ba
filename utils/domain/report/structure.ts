/** A thing on a page, as the page has it: nothing of it is to be kept. */
export interface RawElement {
  tag: string;
  role?: string | undefined;
  type?: string | undefined;
  id?: string | undefined;
  classes: string[];
  /** It can be seen. */
  shown: boolean;
  /** It lies in a shadow root. */
  within?: true | undefined;
}

/** What a page is built of, read where it stands. */
export interface RawStructure {
  url: string;
  /** HTTP status; 0 where the browser does not say. */
  status: number;
  elements: RawElement[];
  /** Of the selectors that were asked for: how many there are, and how many of those can be seen. */
  hits: { found: number; shown: number }[];
}

/**
 * Reads what a page is built of: headings, buttons, fields, landmarks. Runs in the page by itself: it takes nothing from
 * outside.
 *
 * @param selectors Those of the marketplace's definition.
 */
export function readStructure(selectors: string[]): RawStructure {
  const mostElements = 150;
  const asked =
    'h1,h2,h3,h4,h5,h6,button,input,select,textarea,form,main,nav,header,footer,dialog,iframe,[role],a[class],label';
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots)
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
  const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
  const elements = roots.flatMap((root) =>
    [...root.querySelectorAll(asked)].map((element) => ({
      tag: element.localName,
      role: element.getAttribute('role') ?? undefined,
      type: element.getAttribute('type') ?? undefined,
      id: element.id || undefined,
      classes: [...element.classList].slice(0, 10),
      shown: isShown(element),
      ...(root !== document && { within: true as const }),
    })),
  );
  const [entry] = performance.getEntriesByType('navigation') as { responseStatus?: number }[];
  return {
    url: location.href,
    status: entry?.responseStatus ?? 0,
    elements: elements.slice(0, mostElements),
    hits: selectors.map((selector) => {
      const found = roots.flatMap((root) => [...root.querySelectorAll(selector)]);
      return { found: found.length, shown: found.filter(isShown).length };
    }),
  };
}
