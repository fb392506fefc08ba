/** Long enough for the browser to begin its download: ms. */
const UNTIL_BEGUN = 60_000;

/** Saves a text as a file in the person's downloads. Needs no permission: the page itself offers it. */
export function saveText(text: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), UNTIL_BEGUN);
}
