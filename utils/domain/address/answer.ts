import type { Answer } from './answer-schema.ts';
import { centralOf, classifyUrl, handoffPlace, placeOfHost } from './consent-url.ts';
import { digest } from './digest.ts';

export type { Answer };

/** eBay's older page writes `null` for the state. */
const NO_STATE = 'null';

/**
 * Reads the answer when the browser leaves one address for another.
 *
 * @param form Parameters that are sent in a form's body.
 * @returns undefined where the new address is no callback, or where the old one is no place to be answered from: an
 *   open redirector of the shop is no consent.
 */
export function answerOf(
  from: string,
  to: string,
  form: Iterable<[string, string]> = [],
): Answer | undefined {
  const left = placeOfHost(URL.parse(from)?.hostname ?? '');
  if (!left) return undefined;
  const place = handoffPlace(from, left.marketplace.id);
  const callback = classifyUrl(to, { from: left.marketplace.id, form });
  if (callback.step !== 'callback' || callback.marketplace !== left.marketplace.id || place === 'no')
    return undefined;
  const { step: _, state, ...told } = callback;
  const central = centralOf(from);
  const page = classifyUrl(from);
  const app = 'ask' in page ? page.ask?.app : undefined;
  return {
    ...told,
    site: left.site.id,
    ...(central && { central }),
    ...(!left.marketplace.consentRoles.includes(left.role) && { anyRegion: true }),
    ...(app !== undefined && { app }),
    place,
    ...(state !== undefined && state !== NO_STATE && { state: digest(state) }),
  };
}
