import { type Check, refuse } from './schema.ts';

/** Texts are measured in signs, not in the halves that some are made of. */
const lengthOf = (value: string | unknown[]): number =>
  typeof value === 'string'
    ? value.length - (value.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0)
    : value.length;

const originOf = (value: unknown): string =>
  Array.isArray(value) ? 'array' : typeof value === 'string' ? 'string' : 'unknown';

const measuring = (isRight: (length: number) => boolean, code: string, most?: number): Check => {
  const check: Check = (payload) => {
    if (isRight(lengthOf(payload.value as string | unknown[]))) return;
    refuse(payload, code, { origin: originOf(payload.value), continue: true });
  };
  return Object.assign(check, { ofLength: true as const, ...(most !== undefined && { most }) });
};

export const minLength = (least: number): Check => measuring((length) => length >= least, 'too_small');
export const maxLength = (most: number): Check => measuring((length) => length <= most, 'too_big', most);

const comparing =
  (isRight: (value: number) => boolean, code: string): Check =>
  (payload) => {
    if (!isRight(payload.value as number)) refuse(payload, code, { origin: 'number', continue: true });
  };

export const minimum = (least: number): Check => comparing((value) => value >= least, 'too_small');
export const maximum = (most: number): Check => comparing((value) => value <= most, 'too_big');
export const nonnegative = (): Check => minimum(0);

/** A text in a certain form. */
export const form =
  (pattern: RegExp, format: string): Check =>
  (payload) => {
    if (!pattern.test(payload.value as string))
      refuse(payload, 'invalid_format', { origin: 'string', format, continue: true });
  };

export const regex = (pattern: RegExp): Check => form(pattern, 'regex');

export const refine =
  (isRight: (value: never) => unknown): Check =>
  (payload) => {
    if (!isRight(payload.value as never)) refuse(payload, 'custom', { path: [], continue: true });
  };

export const overwrite =
  (how: (value: never) => unknown): Check =>
  (payload) => {
    payload.value = how(payload.value as never);
  };

export const trim = (): Check => overwrite((text: string) => text.trim());

/** A number without a fraction that the browser counts exactly. */
export const whole: Check = (payload) => {
  const value = payload.value as number;
  if (!Number.isInteger(value)) refuse(payload, 'invalid_type', { continue: false });
  else if (!Number.isSafeInteger(value))
    refuse(payload, value > 0 ? 'too_big' : 'too_small', { origin: 'int', continue: true });
};

/** An address of a certain protocol, and of a host in a certain form. */
export const address =
  ({ protocol, hostname }: { protocol: RegExp; hostname?: RegExp }): Check =>
  (payload) => {
    const text = (payload.value as string).trim();
    const url = URL.parse(text);
    const wrong = (): unknown => refuse(payload, 'invalid_format', { format: 'url', continue: true });
    if (!url) {
      wrong();
      return;
    }
    if (hostname && !hostname.test(url.hostname)) wrong();
    if (!protocol.test(url.protocol.slice(0, -1))) wrong();
    // The browser takes these out of an address before it reads it.
    payload.value = text.replace(/[\t\n\r]/g, '');
  };
