// Node has no Temporal of its own yet; the browsers that Grantkeeper runs in have it.
import 'temporal-polyfill/global';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** What WXT's fake browser lacks. */
fakeBrowser.storage.session.getKeys = async () => Object.keys(await fakeBrowser.storage.session.get(null));
