import type { CleanMode } from '../domain/modes.ts';
import type { Ports } from './ports.ts';
import type { Outcome } from './views.ts';

/** What the person chooses for everything; what is absent stays as it is. */
export interface Preferences {
  /** `suggested`: what fits the connection. */
  defaultMode?: CleanMode | 'suggested' | undefined;
  /** The first steps were put away. */
  welcomed?: true | undefined;
}

/** Keeps what the person chose for everything. */
export async function prefer(
  { settings, face }: Pick<Ports, 'settings' | 'face'>,
  { defaultMode, welcomed }: Preferences,
): Promise<Outcome> {
  const { defaultMode: before, ...others } = await settings.get();
  const mode = defaultMode === undefined ? before : defaultMode === 'suggested' ? undefined : defaultMode;
  await settings.put({ ...others, ...(mode && { defaultMode: mode }), ...(welcomed && { welcomed }) });
  await face.changed();
  return { ok: true };
}
