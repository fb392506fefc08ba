import { accountMessages } from './protocol/accounts.ts';
import { connectionMessages } from './protocol/connections.ts';
import { dataMessages } from './protocol/data.ts';
import { guardMessages } from './protocol/guard.ts';
import { pageMessages } from './protocol/page.ts';
import { renewalMessages } from './protocol/renewal.ts';
import { settingsMessages } from './protocol/settings.ts';

/** Every message, by its name. A new one is an entry here and a handler in `entrypoints/background/messages.ts`. */
export const protocol = {
  ...guardMessages,
  ...renewalMessages,
  ...connectionMessages,
  ...accountMessages,
  ...settingsMessages,
  ...dataMessages,
  ...pageMessages,
};
