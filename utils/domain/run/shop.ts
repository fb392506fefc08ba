const PLAIN_NAME = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/;

/**
 * The host of a shop, from its address or its name as a person pastes or types it; undefined where it is neither.
 */
export function shopHost(text: string): string | undefined {
  const typed = text.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const { hostname } = url;
  return PLAIN_NAME.test(hostname) && (hostname.includes('.') || hostname === 'localhost')
    ? hostname
    : undefined;
}
