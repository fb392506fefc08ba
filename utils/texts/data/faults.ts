import { i18n } from '#i18n';
import type { Fault, FaultCode } from '../../domain/fault.ts';

const SENTENCES = {
  'too-large': 'fault.tooLarge',
  'not-text': 'fault.notText',
  'not-json': 'fault.notJson',
  'not-ours': 'fault.notOurs',
  'newer-version': 'fault.newerVersion',
  missing: 'fault.missing',
  'wrong-type': 'fault.wrongType',
  'unknown-value': 'fault.unknownValue',
  'bad-date': 'fault.badDate',
  'too-long': 'fault.tooLong',
  twice: 'fault.twice',
  'quote-open': 'fault.quoteOpen',
  'too-many-cells': 'fault.tooManyCells',
  'unknown-place': 'fault.unknownPlace',
  'unknown-software': 'fault.unknownSoftware',
  rounded: 'fault.rounded',
  'far-date': 'fault.farDate',
} as const satisfies Record<Exclude<FaultCode, 'no-columns' | 'unknown-column'>, string>;

/** Where a fault is; undefined where it is the whole file. */
export function faultPlace({ line, path, value }: Fault): string | undefined {
  const place =
    line === undefined
      ? path && i18n.t('data.atPath', [path])
      : path
        ? i18n.t('data.atColumn', [String(line), path])
        : i18n.t('data.atLine', [String(line)]);
  return place && value ? i18n.t('data.faultValue', [place, value]) : place;
}

/** What is wrong. */
export function faultText({ code, line, value, readings }: Fault): string {
  if (code === 'no-columns') return i18n.t('fault.noColumns', [value ?? '']);
  if (code === 'unknown-column') return i18n.t('fault.unknownColumn', [value ?? '']);
  if (code === 'bad-date' && readings) return i18n.t('fault.twoDays');
  // A backup has a row twice; a table says two things of one connection.
  if (code === 'twice' && line !== undefined) return i18n.t('fault.contradicts');
  return i18n.t(SENTENCES[code]);
}
