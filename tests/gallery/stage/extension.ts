import type { State } from '../state.ts';

/** Texts of one language as the browser keeps them: `$1` stands for the first value. */
export type Messages = Record<string, string>;

const nothing = async (): Promise<undefined> => undefined;
const events = { addListener: () => {}, removeListener: () => {} };
const area = { get: async () => ({}), set: nothing, remove: nothing };

/**
 * What our pages ask of the browser, answered from a state's data. Put in place before a page's own script runs; its
 * own code is the real one, to the last line.
 */
export function standIn({ answers = {}, inPrivate, pinned }: State, messages: Messages): void {
  const extension = {
    i18n: {
      getMessage: (key: string, values: string[] = []) =>
        (messages[key] ?? '').replaceAll(/\$(\d)/g, (_, place) => values[Number(place) - 1] ?? ''),
      getUILanguage: () => messages.locale ?? 'en',
    },
    runtime: {
      id: 'gallery',
      getURL: (path: string) => path,
      getManifest: () => ({ version: '0.1.0' }),
      openOptionsPage: nothing,
      onMessage: events,
      sendMessage(message: { type: keyof typeof answers }, respond: (answer: object) => void) {
        respond({ res: answers[message.type] });
      },
    },
    extension: { inIncognitoContext: inPrivate === true, isAllowedIncognitoAccess: async () => false },
    storage: { session: area, local: area, onChanged: events },
    permissions: {
      contains: async () => true,
      request: async () => true,
      onAdded: events,
      onRemoved: events,
    },
    tabs: { create: nothing, update: nothing },
    action: {
      getUserSettings: async () => (pinned === undefined ? {} : { isOnToolbar: pinned }),
      onUserSettingsChanged: events,
    },
  };
  // Chromium's pages have a `chrome` of their own, which cannot be asked to say what we want.
  for (const name of ['chrome', 'browser'])
    Object.defineProperty(globalThis, name, { value: extension, configurable: true, writable: true });
}
