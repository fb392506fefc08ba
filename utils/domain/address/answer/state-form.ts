const ESCAPES = /(?:%[\da-f]{2})+/gi;

/** What a run of escapes stands for; one that is no UTF-8 stays as it is, in one spelling. */
function decoded(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes.toUpperCase();
  }
}

/**
 * The one form that all spellings of a `state` share: percent-decoded until nothing changes any more, with a blank for
 * every `+` and none around it.
 *
 * Marketplaces and frameworks hand a state back encoded once more, once less or not at all (appwrite#9253,
 * spring-authorization-server#875), and the software that sent it accepts that. Two states that differ in nothing but
 * their encoding count as one, which makes neither easier to guess.
 */
export function stateForm(state: string): string {
  let before: string;
  let now = state;
  do {
    before = now;
    now = before.replaceAll('+', ' ').replace(ESCAPES, decoded);
  } while (now !== before);
  return now.trim();
}
