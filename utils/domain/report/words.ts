import { marketplaces } from '../marketplaces/index.ts';

/**
 * The words that a report of a page may have in it. A page writes names, numbers and addresses of people into ids,
 * classes and paths as well; so nothing of a page gets into a report but words that stand here or in a definition.
 */
const USUAL = `
  account accounts action actions alert anchor app application apps approve area auth authorisation authorise
  authorization authorize auto back badge banner bar base block body box btn button cancel captcha card center central
  check checkbox choose choice close code col column company confirm consent consents container content continue control
  cookie country current custom data declaration default deny description desktop detail details dialog disabled display
  div dropdown email entry error errors false field fieldset first flag foot footer form full global grant grid group
  head header heading help hidden home icon id image info inline inner input inset item kat kid label language last layout
  left legal link links list loading local login logo logout main market marketplace mask menu merchant message messages
  method mobile modal name nav navbar navigation new next no none note notice number ok open option options otp outer
  page pages panel partner pass password permission permissions phone picker place popover primary privacy profile
  progress prompt radio region reject remember request required reset right root row save scope search secondary section
  select selected seller selling session shop sign signin signout size skip small spinner sso state static status step
  steps store submit success switch switcher tab table target terms text tick title toggle token toolbar tooltip top true
  trust truste two type ul user username value vendor verify version view visible warning welcome wrapper yes
`;

/** The words of a text: at every sign that is no letter, and where a small letter meets a capital one. */
export const wordsOf = (text: string): string[] =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .filter(Boolean);

const known = new Set(
  [
    ...wordsOf(USUAL),
    ...marketplaces.flatMap(({ pages, accountLabels, signInField, consentPaths }) => [
      ...pages.flatMap(({ path }) => wordsOf(path)),
      ...consentPaths.flatMap(wordsOf),
      ...accountLabels.flatMap(({ selector, beside }) => wordsOf(`${selector} ${beside ?? ''}`)),
      ...wordsOf(signInField?.selector ?? ''),
    ]),
  ].map((word) => word.toLowerCase()),
);

/** What stands for every word that is not known. */
const UNKNOWN = '*';

const MOST_WORDS = 8;

/**
 * A page's own name for something (an id, a class, a segment of a path), with `*` for whatever is not known in it.
 *
 * @returns undefined where nothing is.
 */
export function generic(name: string): string | undefined {
  const parts = name
    .slice(0, 200)
    .replace(/([a-z])([A-Z])/g, '$1\u0000$2')
    .split(/([^A-Za-z])/)
    .filter(Boolean)
    .map((part) => {
      if (part === '\u0000') return '';
      if (/^[-_]$/.test(part)) return part;
      return known.has(part.toLowerCase()) ? part : UNKNOWN;
    });
  const text = parts
    .join('')
    .replace(/\*+(?:[-_]?\*+)*/g, UNKNOWN)
    .replace(/^[-_]+|[-_]+$/g, '');
  const count = wordsOf(text).length;
  return count === 0 || count > MOST_WORDS ? undefined : text;
}
