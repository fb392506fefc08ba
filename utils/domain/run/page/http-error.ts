const HTTP = /^http-([45])(\d\d)$/;

/** Statuses that say nothing against the request: sign in, wait, slow down. */
const PASSING = new Set([401, 407, 408, 425, 429]);

/**
 * The error that the HTTP status of a consent's own page stands for; undefined where the request was not refused.
 *
 * @param status As the server sent it.
 */
export function httpError(status: number): `http-${number}` | undefined {
  return status >= 400 && !PASSING.has(status) ? `http-${status}` : undefined;
}

/** Who can do something about such an error: 4xx faults the request, 5xx the server. Undefined for other codes. */
export function httpFixedBy(code: string): 'vendor' | 'retry' | undefined {
  const found = HTTP.exec(code);
  return found ? (found[1] === '4' ? 'vendor' : 'retry') : undefined;
}
