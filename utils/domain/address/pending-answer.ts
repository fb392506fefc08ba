/** Keys of letters in `storage.local`; written by our script on a marketplace's page, read by the background. */
export const PENDING_ANSWER = 'letter:';
