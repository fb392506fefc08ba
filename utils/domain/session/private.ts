/** The jar of private windows, as each engine calls it; all private windows share it. */
const PRIVATE_JARS: readonly string[] = ['1', 'firefox-private'];

/**
 * Whether something belongs to private windows. What happens in them is kept in memory alone while they are open, and
 * nothing of it is recorded (Mozilla's add-on policies, 6.3.2).
 */
export function isPrivate({ jar }: { jar?: string | undefined }): boolean {
  return jar !== undefined && PRIVATE_JARS.includes(jar);
}
