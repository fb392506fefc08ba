// Node has no Temporal of its own yet; the browsers that Grantkeeper runs in have it.
import 'temporal-polyfill/global';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const { session } = fakeBrowser.storage;
const everything = session.get.bind(session) as (keys: null) => Promise<object>;
/** What WXT's fake browser lacks. */
session.getKeys = async () => Object.keys(await everything(null));
