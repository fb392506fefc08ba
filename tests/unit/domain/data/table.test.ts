import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planImport } from '@/utils/domain/data/merge.ts';
import { type Content, nothing, type Row } from '@/utils/domain/data/schema.ts';
import { readTable, type TableContext, writeTable } from '@/utils/domain/data/table.ts';
import type { GrantKind } from '@/utils/domain/marketplaces/definition/schema.ts';
import { marketplaceById, siteById } from '@/utils/domain/marketplaces/index.ts';
import { softwareOfText } from '@/utils/domain/table/columns.ts';
import { readCsv, writeCsv } from '@/utils/domain/table/csv.ts';
import { connection, filled, grant, NOW } from './examples.ts';

const ZONE = 'Europe/Berlin';
const HEAD = 'marketplace,site,software,account,kind,renewed_on,ends_on';

function context(here: Content = nothing()): TableContext {
  let ids = 0;
  return { here, now: NOW, zone: ZONE, newId: () => `new-${++ids}` };
}
const read = (text: string, here?: Content) => readTable(text, context(here));
const cells = (text: string): unknown => {
  const found = readCsv(text);
  return 'lines' in found ? found.lines.map((each) => each.cells) : found.fault;
};

/** What reads many megabytes takes longer on a machine that does other things besides: ms. */
const BUSY = 30_000;

describe('a table as text', () => {
  it('is what RFC 4180 says, and begins with the mark by which Excel knows UTF-8', () => {
    expect(
      writeCsv([
        ['a', 'b "c"', 'd,e'],
        ['é', 'f\ng', ''],
      ]),
    ).toBe('﻿a,"b ""c""","d,e"\r\né,"f\ng",\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1", '＝1'])('holds no formula: %j', (cell) => {
    const text = writeCsv([[cell]]).slice(1);
    expect(text.replace('"', '')[0]).toBe("'");
    expect(cells(text)).toEqual([[cell]]);
  });

  it('comes back as it was, whatever is in the cells', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom("'", "''=", '"', '""', ',', ';', '\r', '\n', '='),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
        const kept = [['head', 'head'], ...rows].filter((row) => row.some((each) => each.trim() !== ''));
        expect(cells(writeCsv([['head', 'head'], ...rows]))).toEqual(kept);
      }),
    );
  });

  it.each([
    [
      'semicolons, as a German Excel saves',
      'a;b\r\n1;"2;3"\r\n',
      [
        ['a', 'b'],
        ['1', '2;3'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'old line ends and empty lines',
      'a,b\r\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a mark at its beginning', '﻿a\n1', [['a'], ['1']]],
  ])('is read with %s', (_, text, wanted) => {
    expect(cells(text)).toEqual(wanted);
  });

  it('says in which line a quote began that never ends', () => {
    expect(cells('a,b\n"x\ny",1\n2,"three\nfour')).toEqual({ code: 'quote-open', line: 4 });
  });

  it('is bounded', { timeout: BUSY }, () => {
    expect(cells(','.repeat(2_000_001))).toEqual({ code: 'too-large' });
  });
});

describe('connections as a table', () => {
  it('have a line for each kind of permission', () => {
    const both = {
      ...nothing(),
      connections: [connection('c', { marketplace: 'ebay', integration: 'magnalister' })],
      grants: [
        grant('g1', 'c', {
          kind: 'ebay-oauth',
          expiry: { basis: 'by-rule', at: Date.parse('2027-03-27T23:30:00Z') },
        }),
        grant('g2', 'c', { kind: 'ebay-authnauth', expiry: { basis: 'entered', date: '2027-05-01' } }),
      ],
    };
    expect(cells(writeTable(both, ZONE))).toMatchObject([
      expect.arrayContaining(['id', 'ends_on']),
      expect.arrayContaining(['ebay-oauth', '2027-03-28']),
      expect.arrayContaining(['ebay-authnauth', '2027-05-01']),
    ]);
  });

  it('that are read again change nothing', () => {
    const found = read(writeTable(filled(), ZONE), filled());
    if (!found.ok) throw new Error(JSON.stringify(found.faults));
    expect(planImport(found.content, filled()).write).toEqual(nothing());
  });

  it('bring back into an empty program what a table can hold', () => {
    const found = read(writeTable(filled(), ZONE));
    if (!found.ok) throw new Error(JSON.stringify(found.faults));
    const again = writeTable(found.content, ZONE);
    const withoutGiven = (text: string): unknown =>
      (cells(text) as string[][]).map((line) => line.filter((_, index) => index !== 9));
    expect(withoutGiven(again)).toEqual(withoutGiven(writeTable(filled(), ZONE)));
  });

  it('come out and in equal, whatever is in them', () => {
    const word = fc
      .oneof(
        fc.string({ minLength: 1, maxLength: 40 }),
        fc.constantFrom('=1+1', "'x", 'a"b', 'ä;ö', 'x\ny', 'Shop'),
      )
      .map((text) => text.trim() || 'x');
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2036-01-01'), noInvalidDate: true });
    const one = fc
      .record({
        place: fc.constantFrom(
          ...(['de', 'us', 'in', 'middle-east'] as const).map((site) => ({
            marketplace: 'amazon' as const,
            site,
          })),
          { marketplace: 'ebay' as const, site: 'de' },
        ),
        vendor: fc.boolean(),
        software: fc.oneof(fc.constant(undefined), word),
        name: word,
        signInName: fc.option(word, { nil: undefined }),
        number: fc.option(word, { nil: undefined }),
        note: fc.option(word, { nil: undefined }),
        muted: fc.boolean(),
        archivedOn: fc.option(day, { nil: undefined }),
        ends: fc.uniqueArray(fc.record({ kind: fc.nat(1), on: day }), {
          selector: ({ kind }) => kind,
          maxLength: 2,
        }),
      })
      .map((each): { connection: Row<'connections'>; grants: Row<'grants'>[] } => {
        const { place, vendor, software, name, signInName, number, note, muted, archivedOn, ends } = each;
        const site = siteById(marketplaceById(place.marketplace), place.site);
        const id = crypto.randomUUID();
        const kinds = marketplaceById(place.marketplace).lifetimes.map(({ kind }) => kind);
        const known = softwareOfText(software ?? 'microtech', place.marketplace);
        if (!site || !known) throw new Error('none');
        return {
          connection: connection(id, {
            ...place,
            region: site.region,
            ...(vendor && site.hosts.vendor && { central: 'vendor' as const }),
            ...known,
            name,
            account: number ? { id: number } : {},
            ...(signInName && { signInName }),
            ...(note && { note }),
            ...(muted && { muted: true as const }),
            ...(archivedOn && { archivedAt: archivedOn.getTime() }),
            apps: [],
          }),
          grants: ends
            .filter(({ kind }) => kinds[kind] !== undefined)
            .map(({ kind, on }) =>
              grant(`${id}-${kind}`, id, {
                kind: kinds[kind] as GrantKind,
                verdict: 'entered',
                expiry: { basis: 'entered', date: on.toISOString().slice(0, 10) },
              }),
            ),
        };
      });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), (all) => {
        const before: Content = {
          ...nothing(),
          connections: all.map((each) => each.connection),
          grants: all.flatMap(({ grants }) => grants),
        };
        const text = writeTable(before, ZONE);
        const found = read(text);
        if (!found.ok) throw new Error(JSON.stringify(found.faults));
        expect(writeTable(found.content, ZONE)).toBe(text);
        const held = ({ connections }: Content): unknown =>
          connections.map(({ createdAt: _, updatedAt: __, archivedAt: ___, ...rest }) => rest);
        expect(held(found.content)).toEqual(held(before));
        // Read once more where all of it is: nothing is to be done.
        const again = read(text, before);
        if (!again.ok) throw new Error(JSON.stringify(again.faults));
        expect(planImport(again.content, before).write).toEqual(nothing());
      }),
      { numRuns: 200 },
    );
  });

  it('say whether they are a seller’s or a vendor’s; a table without that column is read as before', () => {
    const vendor = connection('v', { central: 'vendor' });
    const here = { ...nothing(), connections: [connection('c', { name: 'Shop v' }), vendor] };
    expect(cells(writeTable(here, ZONE))).toMatchObject([
      expect.arrayContaining(['central']),
      expect.arrayContaining(['seller']),
      expect.arrayContaining(['vendor']),
    ]);
    const old = 'id,marketplace,site,software,account,note\nv,amazon,de,microtech,Shop v,Mine\n';
    expect(read(old, here)).toMatchObject({
      ok: true,
      content: { connections: [{ id: 'v', central: 'vendor', note: 'Mine' }] },
    });
    const line = (central: string): string =>
      `marketplace,site,central,software,account,note\namazon,de,${central},microtech,Shop v,Mine\n`;
    expect(read(line('Vendor'), here)).toMatchObject({ ok: true, content: { connections: [{ id: 'v' }] } });
    expect(read(line('seller'), here)).toMatchObject({ ok: true, content: { connections: [{ id: 'c' }] } });
    expect(read(line('central'), here)).toMatchObject({
      ok: false,
      faults: [{ code: 'unknown-value', line: 2, path: 'central', value: 'central' }],
    });
    expect(read('marketplace,site,central,software,account\nebay,de,vendor,X,A\n')).toMatchObject({
      ok: false,
    });
  });

  it('of another machine are those that are alike here; two that are alike stay two', () => {
    const here = { ...nothing(), connections: [connection('c', { name: 'Shop' })] };
    const lines = (...ids: string[]): string =>
      ['id,marketplace,site,software,account', ...ids.map((id) => `${id},amazon,de,microtech,Shop`)].join(
        '\n',
      );
    const idsOf = (text: string): unknown => {
      const found = read(text, here);
      return found.ok && found.content.connections.map(({ id }) => id);
    };
    expect(idsOf(lines('far'))).toEqual(['c']);
    expect(idsOf(lines('far', 'farther'))).toEqual(['c', 'farther']);
    expect(idsOf(lines('far', 'c'))).toEqual(['far', 'c']);
  });

  it('are added from a list that somebody made', () => {
    const found = read(
      `${HEAD}\namazon,de,microtech büro+,Nordlicht,,2026-03-01,\neBay,DE,Stallkeeper,Südwind,ebay-oauth,,31.12.2027\n`,
    );
    expect(found).toMatchObject({
      ok: true,
      content: {
        connections: [
          { id: 'new-1', marketplace: 'amazon', integration: 'microtech', name: 'Nordlicht' },
          { marketplace: 'ebay', integration: 'other', software: 'Stallkeeper', name: 'Südwind' },
        ],
        grants: [
          {
            connectionId: 'new-1',
            verdict: 'entered',
            expiry: { basis: 'by-rule', at: Date.parse('2027-03-01T00:00+01:00') },
          },
          { expiry: { basis: 'entered', date: '2027-12-31' } },
        ],
      },
    });
  });

  it('change what the line says otherwise, and leave alone what is empty', () => {
    const here = {
      ...nothing(),
      connections: [connection('c', { software: 'x', note: 'keep' })],
      grants: [grant('g', 'c')],
    };
    const found = read(
      'id,marketplace,site,software,account,note,ends_on\nc,amazon,de,microtech,New name,,2027-06-01',
      here,
    );
    if (!found.ok) throw new Error(JSON.stringify(found.faults));
    const plan = planImport(found.content, here);
    expect(plan.write.connections).toMatchObject([
      { id: 'c', name: 'New name', note: 'keep', updatedAt: NOW },
    ]);
    expect(plan.write.grants).toMatchObject([
      { connectionId: 'c', expiry: { basis: 'entered', date: '2027-06-01' } },
    ]);
  });

  it('are the same without their id where place, software and account are', () => {
    const here = { ...nothing(), connections: [connection('c')] };
    const found = read(`${HEAD}\nAmazon,DE,Microtech Büro+,SHOP C,,,\n`.replace('SHOP C', 'Shop c'), here);
    expect(found).toMatchObject({ ok: true, content: { connections: [{ id: 'c' }], grants: [] } });
  });

  it('tell every fault with its line and column', () => {
    const found = read(
      [
        HEAD,
        'etsy,de,X,A,,,',
        'amazon,atlantis,X,A,,,',
        'amazon,de,,A,,,',
        'amazon,de,linnworks,A,wood,,',
        'amazon,de,X,A,,2026-02-30,05/04/2026',
        'amazon,de,X,A,,,,,more',
        `amazon,de,X,${'long'.repeat(60)},,,`,
      ].join('\n'),
    );
    expect(found).toMatchObject({
      ok: false,
      faults: [
        { code: 'unknown-value', line: 2, path: 'marketplace', value: 'etsy' },
        { code: 'unknown-place', line: 3, path: 'site', value: 'atlantis' },
        { code: 'missing', line: 4, path: 'software' },
        { code: 'unknown-value', line: 5, path: 'kind', value: 'wood' },
        { code: 'bad-date', line: 6, path: 'renewed_on', value: '2026-02-30' },
        {
          code: 'bad-date',
          line: 6,
          path: 'ends_on',
          value: '05/04/2026',
          readings: { dmy: '2026-04-05', mdy: '2026-05-04' },
        },
        { code: 'too-many-cells', line: 7 },
        { code: 'too-long', line: 8, path: 'name' },
      ],
    });
  });

  it('need their columns', () => {
    expect(read('shop,date\nA,2026-01-01')).toEqual({
      ok: false,
      faults: [{ code: 'no-columns', line: 1, value: 'marketplace, site, software, account' }],
    });
    expect(read('')).toMatchObject({ ok: false, faults: [{ code: 'no-columns' }] });
  });
});

describe('a table that people and spreadsheets made', () => {
  const SHORT = 'marketplace;site;software;account;ends_on;muted';
  const dates = (text: string, here?: Content): unknown => {
    const found = read(text, here);
    return found.ok
      ? found.content.grants.map(({ expiry }) => 'date' in expiry && expiry.date)
      : found.faults;
  };
  const line = 'amazon;de;X;Nord;2027-05-04;';

  it.each([
    `sep=;\r\n${SHORT}\r\n${line}\r\n`,
    `\ufeffsep=;\r\n${SHORT}\r\n${line}\r\n`,
    `\ufeff"sep=;"\r\n${SHORT}\r\n${line}\r\n`,
    `SEP=;\n${SHORT}\n${line}\n`,
    `"sep=;",,,,,\r\n${SHORT.replaceAll(';', ',')}\r\n${line.replaceAll(';', ',')}\r\n`,
    `sep=;\t\t\r\n${SHORT.replaceAll(';', '\t')}\r\n${line.replaceAll(';', '\t')}\r\n`,
    `sep=|\r${SHORT.replaceAll(';', '|')}\r${line.replaceAll(';', '|')}\r`,
    `;;;;;\r\n${SHORT}\r\n${line}\r\n;;;;;\r\n`,
    `${SHORT};;;\r\n${line};;;\r\n`,
    `${SHORT}\r\n${line};;;  ;\r\n`,
    `"${SHORT.replaceAll(';', '";"')}"\r\n"${line.replaceAll(';', '";"')}"\r\n`,
  ])('is read, whatever stands around it: %j', (text) => {
    expect(dates(text)).toEqual(['2027-05-04']);
  });

  it('has its faults in the lines that a spreadsheet shows', () => {
    expect(dates(`sep=;\r\n${SHORT}\r\n${line}\r\namazon;de;X;;;\r\n`)).toMatchObject([
      { code: 'missing', line: 4, path: 'account' },
    ]);
  });

  it.each([
    ['WAHR', true],
    ['wahr', true],
    ['VRAI', true],
    ['TRUE', true],
    ['1', true],
    ['x', true],
    ['Ja', true],
    ['oui', true],
    ['Ｙｅｓ', true],
    [' ja\u00a0', true],
    ['FALSCH', undefined],
    ['FAUX', undefined],
    ['FALSE', undefined],
    ['0', undefined],
    ['nein', undefined],
    ['non', undefined],
  ])('mutes or not: %s', (cell, muted) => {
    const found = read(`${SHORT}\r\namazon;de;X;Nord;;${cell}\r\n`);
    expect(found.ok && found.content.connections[0]?.muted).toBe(muted);
  });

  it.each([
    ['ends on', 'ends_on'],
    ['Ends-On', 'ends_on'],
    ['end_on', 'ends_on'],
    ['Notes', 'note'],
    ['accountnumber', 'account_number'],
    ['telephone', undefined],
    ['', undefined],
  ])('tells the column “%s” that it does not know', (name, meant) => {
    const found = read(`marketplace;site;software;account;${name};muted\r\namazon;de;X;Nord;something;\r\n`);
    const unused = [{ name: name || '5', ...(meant && { meant }) }];
    expect(found).toMatchObject({ ok: true, unused });
    // In which nothing stands, nothing is lost.
    expect(read(`marketplace;site;software;account;${name};muted\r\namazon;de;X;Nord;;\r\n`)).toMatchObject({
      ok: true,
      unused: [],
    });
  });

  it('says which column may have been meant where one is missing, and refuses one that is there twice', () => {
    expect(read('market place;site;software;account\namazon;de;X;A')).toMatchObject({
      faults: [
        { code: 'no-columns', value: 'marketplace' },
        { code: 'unknown-column', path: 'market place', value: 'marketplace' },
      ],
    });
    expect(read('marketplace;site;software;account;note;note\namazon;de;X;A;1;2')).toMatchObject({
      faults: [{ code: 'twice', line: 1, path: 'note' }],
    });
  });

  it.each([
    ['ends_on', '2027-05-04', '2028-01-01'],
    ['note', 'one', 'two'],
    ['muted', 'yes', 'no'],
    ['sign_in_name', 'anna', 'bert'],
    ['account_number', 'A1', 'A2'],
    ['renewed_on', '2026-05-04', '2026-05-05'],
    ['archived_on', '2026-05-04', '2026-05-05'],
  ])('tells two lines that contradict each other in %s', (column, one, other) => {
    const head = `marketplace;site;software;account;${column}`;
    const lines = (...values: string[]): string =>
      [head, ...values.map((value) => `amazon;de;X;Nord;${value}`)].join('\r\n');
    expect(read(lines(one, other))).toEqual({
      ok: false,
      faults: [{ code: 'twice', line: 3, path: column }],
    });
    // The same twice, or nothing, is no contradiction.
    for (const values of [
      [one, one],
      [one, ''],
      ['', one],
    ]) {
      const found = read(lines(...values));
      expect(found.ok && [found.content.connections.length, found.content.grants.length < 2]).toEqual([
        1,
        true,
      ]);
    }
  });

  it('may have a line for each kind of a connection', () => {
    const head = 'marketplace;site;software;account;kind;ends_on;note';
    const found = read(
      `${head}\nebay;de;X;Nord;ebay-oauth;2027-05-04;\nebay;de;X;Nord;ebay-authnauth;2028-01-01;Mine`,
    );
    expect(found).toMatchObject({ ok: true, content: { connections: [{ note: 'Mine' }] } });
    expect(found.ok && found.content.grants.map(({ kind }) => kind)).toEqual([
      'ebay-oauth',
      'ebay-authnauth',
    ]);
  });

  it.each(['1,23457E+11', '1.23457E+11', '1E+15', '1234567890123450000', '#NAME?', '####'])(
    'is refused with an account number that a spreadsheet has rounded: %s',
    (cell) => {
      for (const column of ['account_number', 'sign_in_name', 'note', 'id']) {
        const text = `marketplace;site;software;account;${column}\namazon;de;X;Nord;${cell}`;
        expect(read(text)).toMatchObject({
          ok: false,
          faults: [{ code: 'rounded', line: 2, path: column, value: cell }],
        });
      }
      expect(read(`marketplace;site;software;account\namazon;de;X;${cell}`)).toMatchObject({ ok: false });
    },
  );

  it('is refused with days that nobody can mean', () => {
    expect(dates(`${SHORT}\namazon;de;X;Nord;2127-05-04;`)).toMatchObject([
      { code: 'far-date', line: 2, path: 'ends_on', value: '2127-05-04' },
    ]);
    const text = 'marketplace;site;software;account;renewed_on\namazon;de;X;Nord;2027-05-04';
    expect(dates(text)).toMatchObject([{ code: 'far-date', line: 2, path: 'renewed_on' }]);
    // One that stands here already is nobody's typing error.
    const entered = grant('g', 'c', { expiry: { basis: 'entered', date: '2127-05-04' } });
    const here = { ...nothing(), connections: [connection('c')], grants: [entered] };
    expect(read(writeTable(here, ZONE), here)).toMatchObject({ ok: true });
  });

  it('has no sign that turns the direction of what stands around it', () => {
    const found = read('marketplace;site;software;account\namazon;de;X;\u202eNord\u2066');
    expect(found).toMatchObject({ ok: true, content: { connections: [{ name: 'Nord' }] } });
  });

  it('of half a million bad lines is given up early', { timeout: BUSY }, () => {
    const bad = 'etsy;de;;;tomorrow;perhaps\n'.repeat(300_000);
    const found = read(`${SHORT}\n${bad}`);
    expect(found.ok ? 0 : found.faults.length).toBe(100);
  });
});
