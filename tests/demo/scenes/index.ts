import type { Stage } from '../../e2e/support/harness.ts';
import type { Album } from '../album.ts';
import { beside, guard } from './guard.ts';
import { newcomer, suggestion } from './popup.ts';
import { errors, picker, wrongAccount } from './renewal.ts';
import { twoPermissions } from './two-permissions.ts';

/** Every surface that the main job does not come past, by what brings it about. */
export const scenes: Record<string, (stage: Stage, album: Album) => Promise<void>> = {
  Newcomer: newcomer,
  Guard: guard,
  'Two at once': beside,
  'Wrong account': wrongAccount,
  Errors: errors,
  Picker: picker,
  'Two permissions': twoPermissions,
  Suggestion: suggestion,
};
