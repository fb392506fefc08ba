import type { Popups } from '../../flows/ports/browser.ts';
import { browser, type Permissions } from '../browser.ts';

/** The part of Chromium's API for the settings of single sites that is used here; Firefox has none. */
interface PopupSetting {
  set(details: { primaryPattern: string; setting: 'allow'; scope: 'regular' }): Promise<void>;
  /** Takes back all that this extension has set. */
  clear(details: { scope: 'regular' }): Promise<void>;
}

/** The permission that lets an extension speak to the pop-up blocker; the polyfill's types are Firefox's, which has none. */
const PERMISSION = { permissions: ['contentSettings'] } as unknown as Permissions.Permissions;

/** The API appears in a running worker when the permission is given. */
function setting(): PopupSetting | undefined {
  const { chrome } = globalThis as { chrome?: { contentSettings?: { popups: PopupSetting } } };
  return chrome?.contentSettings?.popups;
}

/** Whether the browser has a setting for the pop-ups of single sites. */
export const HAS_POPUP_SETTING = !import.meta.env.FIREFOX;

/** Asks for the permission. To be called first thing in a click's handler: the browser wants the gesture. */
export function askForPopups(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}

/** Chromium's pop-up blocker. The setting is on disk: what is not taken back would outlive the browser. */
export const popups: Popups = {
  permitted: async () => HAS_POPUP_SETTING && browser.permissions.contains(PERMISSION),
  async only(hosts) {
    const popupSetting = setting();
    await popupSetting?.clear({ scope: 'regular' });
    for (const host of hosts) {
      await popupSetting?.set({ primaryPattern: `*://${host}/*`, setting: 'allow', scope: 'regular' });
    }
  },
};
