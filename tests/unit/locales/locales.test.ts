import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParsedMessage, parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { marketplaces } from '@/utils/domain/marketplaces/index.ts';

const root = join(import.meta.dirname, '../../..');

/** Sentences of a language by key: one for a plain text, one for each number of a plural. */
async function textsOf(language: string): Promise<Map<string, { kind: string; sentences: string[] }>> {
  const messages: ParsedMessage[] = await parseMessagesFile(join(root, `utils/locales/${language}.yml`));
  return new Map(
    messages.map((message) => {
      const sentences = message.type === 'plural' ? Object.values(message.plurals) : [message.message];
      return [message.key.join('.'), { kind: message.type, sentences }];
    }),
  );
}

const placeholders = (sentence: string): string[] => (sentence.match(/\$\d/g) ?? []).toSorted();

const en = await textsOf('en');

/** Words of ours and of the trade that no seller uses; the glossary in CONTRIBUTING.md has theirs. */
const JARGON: Record<string, RegExp> = {
  en: /\b(grants?|o-?auth|auth.n.auth|jars?|tokens?|sessions?|callbacks?|consents?|legs?|quarantined?|ledgers?|scopes?|api|urls?|uris?|redirects?|client ids?|selling partner id|workers?)\b/i,
  de: /\b(grants?|o-?auth|auth.n.auth|jars?|tokens?|sessions?|sitzung(en)?|callbacks?|consent|quarantäne|scopes?|api|urls?|uris?|redirects?|client-?ids?|worker)\b/i,
  fr: /\b(grants?|o-?auth|auth.n.auth|jars?|tokens?|jetons?|sessions?|callbacks?|consentements?|quarantaine|scopes?|api|urls?|uris?|redirections?|client ids?|workers?)\b/i,
};

/** What a button or a window of somebody else's is called stands in quotation marks. */
const unquoted = (sentence: string): string => sentence.replace(/[“„«][^”“»]*[”“»]/g, '');

/** Where the software itself says “token”, the steps through it and their pictures have to. */
const OF_VENDORS = /^(stepMagnalister|stepLinnworks|picture)\./;

describe.each(['en', 'de', 'fr'])('a seller who reads %s', async (language) => {
  const texts = await textsOf(language);

  it('finds no sentence that counts the marketplaces: one that is added would not be in it', () => {
    const names = marketplaces.map(({ name }) => new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'u'));
    const several = [...texts].flatMap(([key, { sentences }]) =>
      sentences.filter((each) => names.filter((name) => name.test(each)).length > 1).map(() => key),
    );
    // What the stores and the browser's list of extensions show.
    expect(several).toEqual(['extDescription']);
  });

  it('finds no word of our trade', () => {
    const found = [...texts].flatMap(([key, { sentences }]) =>
      OF_VENDORS.test(key)
        ? []
        : sentences.filter((each) => JARGON[language]?.test(unquoted(each))).map((each) => [key, each]),
    );
    expect(found).toEqual([]);
  });
});

describe.each(['de', 'fr'])('the texts in %s', async (language) => {
  const other = await textsOf(language);

  it('are for the same things as the English ones', () => {
    expect([...other.keys()].toSorted()).toEqual([...en.keys()].toSorted());
  });

  it.each([...en.keys()])('%s: same kind, same values in it, no empty sentence', (key) => {
    const [ours, theirs] = [en.get(key), other.get(key)];
    expect(theirs?.kind).toBe(ours?.kind);
    const wanted = new Set(ours?.sentences.flatMap(placeholders));
    expect(new Set(theirs?.sentences.flatMap(placeholders))).toEqual(wanted);
    for (const sentence of theirs?.sentences ?? []) expect(sentence.trim()).not.toBe('');
  });
});

describe('the texts in French', async () => {
  const sentences = [...(await textsOf('fr')).values()].flatMap((each) => each.sentences);

  it('leave no mark alone at the beginning or the end of a line', () => {
    expect(sentences.filter((sentence) => / [»:;?!]|« /.test(sentence))).toEqual([]);
  });
});

describe('the texts', () => {
  const sources = globSync('{utils,components,entrypoints}/**/*.{ts,tsx}', { cwd: root })
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');

  it.each([...en.keys()].filter((key) => !['locale', 'extName', 'extDescription'].includes(key)))(
    '%s is said somewhere',
    (key) => {
      const whole = sources.includes(`'${key}'`);
      const family = sources.includes(`\`${key.slice(0, key.lastIndexOf('.') + 1)}\${`);
      expect(whole || family).toBe(true);
    },
  );

  it('keep the name of the product', () => {
    expect(en.get('extName')?.sentences).toEqual(['Grantkeeper']);
  });
});
