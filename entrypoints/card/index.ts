import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { layReady } from './handover.ts';
import { accompany } from './overlay.tsx';

/** The card of a run, which comes into a page when that asks for it. It shows nothing before it is called. */
export default defineUnlistedScript(() => layReady(accompany));
