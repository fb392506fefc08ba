/** A name on a page is short, and one line. */
const LIMIT = 120;

/** Signs that are not seen, or that turn the direction of what is: a page can make any name look like another one. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;

/**
 * A name as a page showed it, fit to be shown and compared: one line, bounded, nothing in it that is not seen. A blank
 * and a full stop at its end are no part of it (Seller Central writes "ENTERPRISE  .").
 *
 * @returns undefined where nothing is left of it.
 */
export function scrapedName(text: string): string | undefined {
  const seen = text.replace(/\s+/g, ' ').replace(UNSEEN, '').replace(/ +/g, ' ').trim();
  const name = [...seen]
    .slice(0, LIMIT)
    .join('')
    .trim()
    .replace(/(?:\s+\.)+$/, '');
  return name === '' || name === '.' ? undefined : name;
}
