// Node has no Temporal of its own yet; the browsers that Grantkeeper runs in have it.
import 'temporal-polyfill/global';
