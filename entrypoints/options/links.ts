/** The address of a section, or of something in it. */
export function linkTo(section: string, detail?: string): string {
  return detail === undefined ? `#${section}` : `#${section}/${encodeURIComponent(detail)}`;
}
