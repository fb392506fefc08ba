import { describe, expectTypeOf, it } from 'vitest';
import type { Connection, ExpectedAccount, OwnStep } from '@/utils/domain/account/connection.ts';
import type { Grant } from '@/utils/domain/account/grant.ts';
import type { KeptSettings, Row } from '@/utils/domain/data/schema.ts';
import type { Aside, LedgerEntry } from '@/utils/domain/run/run.ts';
import type { Receipt } from '@/utils/domain/session/cleaning.ts';
import type { Settings } from '@/utils/domain/settings/settings.ts';

/** Members of what is kept that would be lost in a file. */
type Forgotten<Kept, Known> = Exclude<keyof Kept, keyof Known>;

/** The compiler looks at these; nothing is run. */
describe('a file', () => {
  it('knows every member of what is kept, but what belongs to one browser alone', () => {
    expectTypeOf<Forgotten<Connection, Row<'connections'>>>().toEqualTypeOf<'container'>();
    expectTypeOf<Forgotten<ExpectedAccount, Row<'connections'>['account']>>().toBeNever();
    expectTypeOf<Forgotten<OwnStep, NonNullable<Row<'connections'>['ownSteps']>[number]>>().toBeNever();
    expectTypeOf<Forgotten<Grant, Row<'grants'>>>().toBeNever();
    expectTypeOf<Forgotten<LedgerEntry, Row<'runs'>>>().toEqualTypeOf<
      'tabId' | 'container' | 'namedAccount' | 'popups' | 'shares' | 'follows' | 'owed'
    >();
    expectTypeOf<Forgotten<LedgerEntry['progress'], Row<'runs'>['progress']>>().toBeNever();
    expectTypeOf<Forgotten<Receipt, NonNullable<Row<'runs'>['receipt']>>>().toBeNever();
    expectTypeOf<Forgotten<Aside, NonNullable<Row<'runs'>['aside']>>>().toEqualTypeOf<'of'>();
    expectTypeOf<Forgotten<Settings, KeptSettings>>().toEqualTypeOf<'sync' | 'welcomed'>();
  });
});
