import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILE_VERSION, readFile, rowOut, settingsOut, writeFile } from '@/utils/domain/data/file.ts';
import { nothing } from '@/utils/domain/data/schema.ts';
import { connection, filled, NOW, run } from './examples.ts';

const written = (): Record<string, unknown> => JSON.parse(writeFile(filled(), NOW, '0.1.0'));
const faultsOf = (json: unknown): unknown => readFile(JSON.stringify(json));

describe('a file', () => {
  it('brings back all that went out', () => {
    expect(readFile(writeFile(filled(), NOW, '0.1.0'))).toEqual({ ok: true, content: filled() });
  });

  it('says what it is', () => {
    expect(written()).toMatchObject({
      format: 'grantkeeper',
      version: 1,
      exportedAt: '2026-11-20T12:00:00.000Z',
      program: '0.1.0',
    });
  });

  it.each(Array.from({ length: FILE_VERSION }, (_, index) => index + 1))(
    'of version %i is read, as it was written then',
    (version) => {
      const text = readFileSync(join(import.meta.dirname, `files/v${version}.json`), 'utf8');
      expect(readFile(text)).toEqual({ ok: true, content: filled() });
    },
  );

  it('that lacks a table which could not be read brings back the others', () => {
    const { grants: _, ...rest } = written();
    expect(readFile(JSON.stringify(rest))).toEqual({ ok: true, content: { ...filled(), grants: [] } });
  });
});

describe('what goes out', () => {
  it('has nothing of the browser that it was in', () => {
    const container = { jar: 'firefox-container-7', keep: true, last: { runId: 'r', logins: 'digest' } };
    expect(rowOut('connections', { ...connection('c1'), container })).toEqual(connection('c1'));
    expect(rowOut('runs', { ...run('r1', 'c1'), tabId: 7, container: { state: 'in-use' }, open: 1 })).toEqual(
      run('r1', 'c1'),
    );
  });

  it('has no secret, even if one lay where none may lie', () => {
    const legs = [{ kind: 'amazon', app: 'a', url: 'https://x.example/?state=secret', state: 'secret' }];
    expect(JSON.stringify(rowOut('runs', { ...run('r1', 'c1'), legs }))).not.toContain('secret');
  });

  it('leaves out a run that is not over, and what no file could bring back', () => {
    expect(rowOut('runs', { ...run('r1', 'c1'), phase: 'consenting' })).toBeUndefined();
    expect(rowOut('connections', { ...connection('c1'), name: 7 })).toBeUndefined();
  });

  it('turns nothing on: the switches stay with the browser', () => {
    const settings = {
      reminders: { on: true, ladder: [7] },
      sync: { on: true, accountIds: true },
      welcomed: true,
    };
    expect(settingsOut(settings)).toEqual({ reminders: { ladder: [7] } });
  });
});

describe('a file that is not taken', () => {
  it.each([
    ['', 'not-json'],
    ['{"format": "grantkeeper", "version": 1', 'not-json'],
    ['[]', 'not-ours'],
    ['null', 'not-ours'],
    ['{"bookmarks": []}', 'not-ours'],
    ['{"format":"grantkeeper","version":"1"}', 'not-ours'],
    [`{"format":"grantkeeper","version":${FILE_VERSION + 1}}`, 'newer-version'],
  ])('%s: %s', (text, code) => {
    expect(readFile(text)).toEqual({ ok: false, faults: [{ code }] });
  });

  it('is told with every fault and its place', () => {
    const json = written() as { connections: Record<string, unknown>[]; grants: Record<string, unknown>[] };
    json.connections[1] = { ...json.connections[1], name: '', site: '../../x', marketplace: 'etsy' };
    json.grants[0] = { ...json.grants[0], at: '2026', expiry: { basis: 'entered', date: '2026-02-30' } };
    delete json.grants[1]?.connectionId;
    expect(readFile(JSON.stringify(json))).toEqual({
      ok: false,
      faults: expect.arrayContaining([
        { code: 'unknown-value', path: 'connections[1].marketplace', value: 'etsy' },
        { code: 'unknown-value', path: 'connections[1].site', value: '../../x' },
        { code: 'missing', path: 'connections[1].name' },
        { code: 'wrong-type', path: 'grants[0].at', value: '2026' },
        { code: 'bad-date', path: 'grants[0].expiry.date', value: '2026-02-30' },
        { code: 'missing', path: 'grants[1].connectionId' },
      ]),
    });
  });

  it.each([
    ['a table that is none', { connections: {} }, { code: 'wrong-type', path: 'connections' }],
    [
      'a row twice',
      { connections: [connection('c'), connection('c')] },
      { code: 'twice', path: 'connections[1].id' },
    ],
    [
      'a text without end',
      { connections: [connection('c', { note: 'x'.repeat(5001) })] },
      { code: 'too-long' },
    ],
    [
      'a link that runs a script',
      {
        connections: [
          connection('c', { ownSteps: [{ id: 's', when: 'after', text: '', link: 'javascript:alert(1)' }] }),
        ],
      },
      { code: 'unknown-value' },
    ],
    [
      'an instant that no calendar has',
      { connections: [connection('c', { createdAt: 1e18 })] },
      { code: 'unknown-value' },
    ],
    [
      'settings of another kind',
      { settings: { reminders: { ladder: ['7'] } } },
      { code: 'wrong-type', path: 'settings.reminders.ladder[0]' },
    ],
  ])('for %s', (_, tables, fault) => {
    expect(faultsOf({ format: 'grantkeeper', version: 1, ...tables })).toMatchObject({
      ok: false,
      faults: [fault],
    });
  });

  it('is refused with more rows than anybody has', () => {
    const grants = Array.from({ length: 500_001 }, () => 0);
    expect(faultsOf({ format: 'grantkeeper', version: 1, grants })).toEqual({
      ok: false,
      faults: [{ code: 'too-large', path: 'grants' }],
    });
  });
});

describe('a hostile file', () => {
  it('reaches no prototype', () => {
    const row = `{"__proto__": {"muted": true}, "constructor": {"prototype": {"x": 1}}, ${JSON.stringify(connection('c')).slice(1)}`;
    const receipt = JSON.stringify({ ...run('r', 'c'), found: {} }).replace(
      '"found":{}',
      '"found":{"__proto__":1,"amazon.de":2}',
    );
    const read = readFile(
      `{"format":"grantkeeper","version":1,"__proto__":{"a":1},"connections":[${row}],"runs":[${receipt}]}`,
    );
    expect(read).toMatchObject({ ok: true, content: { connections: [connection('c')] } });
    expect(({} as { muted?: boolean }).muted).toBeUndefined();
    if (!read.ok) throw new Error('not read');
    expect(read.content.connections[0]).not.toHaveProperty('muted');
    expect(Object.getPrototypeOf(read.content.runs[0]?.found)).not.toHaveProperty('amazon.de');
    expect(Object.keys(read.content.connections[0] ?? {})).not.toContain('__proto__');
  });

  it('keeps markup in names as the text that it is', () => {
    const name = '<img src=x onerror=alert(1)>';
    const read = readFile(writeFile({ ...nothing(), connections: [connection('c', { name })] }, NOW, ''));
    expect(read).toMatchObject({ ok: true, content: { connections: [{ name }] } });
  });

  it('of whatever kind never throws', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.constantFrom('connections', 'grants', 'runs', 'settings', 'exemptions'),
        (json, table) => {
          readFile(json);
          readFile(`{"format":"grantkeeper","version":1,"${table}":${json}}`);
          readFile(`{"format":"grantkeeper","version":1,"${table}":[${json}]}`);
        },
      ),
    );
  });
});

describe('a file with very many faults', () => {
  it('is given up after a hundred', () => {
    const rows = Array.from({ length: 500_000 }, () => ({ id: 7 }));
    const many = readFile(JSON.stringify({ format: 'grantkeeper', version: 1, grants: rows }));
    expect(many.ok || many.faults.length).toBe(100);
  });

  it.each([
    ['a list', { connections: [{ ...connection('c'), apps: Array.from({ length: 1_000_000 }, () => 0) }] }],
    [
      'names',
      {
        connections: [
          { ...connection('c'), account: Object.fromEntries([...Array(60_000).keys()].map((at) => [at, 0])) },
        ],
      },
    ],
  ])('in one row, by %s without end, is refused for that row', (_, tables) => {
    const read = readFile(JSON.stringify({ format: 'grantkeeper', version: 1, ...tables }));
    expect(read).toEqual({ ok: false, faults: [{ code: 'too-long', path: 'connections[0]' }] });
  });
});

describe('an exemption of a file', () => {
  it.each(['*', 'büro', 'a b', 'x^', 'a|b', '', 'a'.repeat(201), '\u202eapp'])('cannot name %j', (app) => {
    const exemptions = [{ ...filled().exemptions[0], app }];
    expect(faultsOf({ format: 'grantkeeper', version: 1, exemptions })).toMatchObject({
      ok: false,
      faults: [{ path: 'exemptions[0].app' }],
    });
  });
});

describe('names of a file', () => {
  it('have no sign that turns the direction of what stands around them', () => {
    const name = '\u202eNord\u2069\u200f';
    expect(
      readFile(
        JSON.stringify({ format: 'grantkeeper', version: 1, connections: [connection('c', { name })] }),
      ),
    ).toMatchObject({ ok: true, content: { connections: [{ name: 'Nord' }] } });
  });
});
