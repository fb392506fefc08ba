import { i18n } from '#i18n';
import type { Fault, FaultCode } from '../../domain/data/fault.ts';

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
} as const satisfies Record<Exclude<FaultCode, 'no-columns'>, string>;

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
export function faultText({ code, value }: Fault): string {
  return code === 'no-columns' ? i18n.t('fault.noColumns', [value ?? '']) : i18n.t(SENTENCES[code]);
}
