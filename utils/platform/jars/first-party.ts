import { browser } from '../browser.ts';

/**
 * Whether this is a Firefox with first-party isolation (`privacy.firstparty.isolate`): it refuses every call of the
 * cookie API that does not name a first party, and has no other sign of it for an extension without `privacy`.
 */
export async function isolatesFirstParties(): Promise<boolean> {
  if (!import.meta.env.FIREFOX) return false;
  return browser.cookies.getAll({ name: '', domain: 'invalid' }).then(
    () => false,
    () => true,
  );
}
