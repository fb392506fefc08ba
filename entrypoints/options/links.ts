/** The address of a section, or of something in it. */
export function linkTo(section: string, detail?: string): string {
  return detail === undefined ? `#${section}` : `#${section}/${encodeURIComponent(detail)}`;
}

/** The page in a tab of its own on which a connection's renewal starts; nothing happens there before a click. */
export const startLink = (id: string): string => `/popup.html?in=tab&start=${encodeURIComponent(id)}`;

/** The page in a tab of its own with all that can be done with a connection. */
export const detailLink = (id: string): string => `/popup.html?in=tab&detail=${encodeURIComponent(id)}`;

/** The page in a tab of its own with what of a connection needs the user. */
export const needLink = (id: string): string => `/popup.html?in=tab&need=${encodeURIComponent(id)}`;
