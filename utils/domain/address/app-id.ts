/**
 * What an application's id at a marketplace looks like, wherever it is read or kept. Only what the browsers' rules take
 * literally: ASCII, no sign with a meaning in a filter, nothing that could pass for a sentence of ours.
 */
export const APP_ID = /^[\w.:+/=@~-]{1,200}$/;

/** The id, if the text is one. */
export function appIdOf(text: string | undefined): string | undefined {
  return text !== undefined && APP_ID.test(text) ? text : undefined;
}
