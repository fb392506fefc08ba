import { describe, expectTypeOf, it } from 'vitest';
import type { Row } from '@/utils/domain/data/schema.ts';
import type { Aside, LedgerEntry } from '@/utils/domain/run/run.ts';

/** Members of what is kept that would be lost in a file. */
type Forgotten<Kept, Known> = Exclude<keyof Kept, keyof Known>;

/** The compiler looks at these; nothing is run. */
describe('a file', () => {
  it('knows every member of a run, but what belongs to one browser alone', () => {
    expectTypeOf<Forgotten<LedgerEntry, Row<'runs'>>>().toEqualTypeOf<
      'tabId' | 'container' | 'namedAccount' | 'popups' | 'shares' | 'follows' | 'owed' | 'showsCode'
    >();
    expectTypeOf<Forgotten<LedgerEntry['progress'], Row<'runs'>['progress']>>().toBeNever();
    expectTypeOf<Forgotten<Aside, NonNullable<Row<'runs'>['aside']>>>().toEqualTypeOf<'of'>();
  });
});
