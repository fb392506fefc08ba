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
