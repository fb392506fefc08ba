/** The address of a section, or of something in it. */
export function linkTo(section: string, detail?: string): string {
  return detail === undefined ? `#${section}` : `#${section}/${encodeURIComponent(detail)}`;
}

/** The page in a tab of its own on which a connection's renewal starts; nothing happens there before a click. */
export const startLink = (id: string): string => `/popup.html?in=tab&start=${encodeURIComponent(id)}`;

/** The page in a tab of its own with all that can be done with a connection. */
export const detailLink = (id: string): string => `/popup.html?in=tab&detail=${encodeURIComponent(id)}`;

/** The pop-up's page in a tab of its own, at what needs the user's attention in a connection. */
export const needLink = (id: string): string => `/popup.html?in=tab&need=${encodeURIComponent(id)}`;

/** What the address of a receipt names: one renewal of a connection, or a month of one or of all. */
export interface ReceiptAsked {
  connectionId?: string;
  month?: Temporal.PlainYearMonth;
  key?: string;
}

/** The part of an address that names a renewal, or a month where `what` is one; no connection means all of them. */
export const receiptDetail = (connectionId: string, what: string): string =>
  [connectionId, what].map(encodeURIComponent).join('/');

/** The receipts of a month, of one connection or of all. */
export const monthLink = (month: Temporal.PlainYearMonth, connectionId = ''): string =>
  linkTo('receipt', receiptDetail(connectionId, month.toString()));

/** Reads what {@link receiptDetail} wrote; the given month of all where it names nothing. */
export function receiptAsked(detail: string | undefined, now: Temporal.PlainYearMonth): ReceiptAsked {
  const [connectionId = '', what = ''] = (detail ?? '').split('/').map(decoded);
  const own = connectionId && { connectionId };
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(what)) return { ...own, month: Temporal.PlainYearMonth.from(what) };
  return what && own ? { ...own, key: what } : { ...own, month: now };
}

/** A part of an address as it was before it was encoded; what nobody encoded stays as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
