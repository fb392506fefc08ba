import { open } from './open.ts';

/** For what asks the background nothing. The address stays: the entry reads its state from it. */
const { search } = location;
open({});
history.replaceState(null, '', search);
